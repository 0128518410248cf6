// The forty dealers of a made-up town, as a host's table has them: what a sweep starts from. Nobody lives there, and no name is anybody's.

/** A row of the host's table of dealers. */
export interface TownDealer {
  readonly id: string;
  readonly name: string;
  readonly district: string;
  /** Decimal degrees; the last dealer's place isn't known yet. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

/** Where the sweeping salespeople start from, and file the day's forms in the evening (A4.5). */
export const OFFICE = { latitude: "31.3000", longitude: "120.6200" } as const;

const ROWS = `
d-01 Huaxin north 31.3202 120.6178
d-02 Dongfang old-town 31.3064 120.6403
d-03 Jinhui west 31.3038 120.5693
d-04 Yongfeng lakeside 31.3226 120.6928
d-05 Hengtong south 31.2676 120.6367
d-06 Xinyuan north 31.3397 120.6091
d-07 Shunda old-town 31.3237 120.6427
d-08 Fulai west 31.3007 120.5457
d-09 Ruida lakeside 31.3156 120.7069
d-10 Taihe south 31.2610 120.6241
d-11 Wanli north 31.3340 120.6244
d-12 Anda old-town 31.2797 120.6319
d-13 Zhongcheng west 31.2872 120.5627
d-14 Lihua lakeside 31.3073 120.6974
d-15 Sanyou south 31.2725 120.6420
d-16 Dexin north 31.3404 120.6196
d-17 Guangming old-town 31.3262 120.6418
d-18 Haitian west 31.2909 120.5536
d-19 Jiahe lakeside 31.3202 120.7063
d-20 Kangtai south 31.2575 120.6296
d-21 Longteng north 31.3494 120.6232
d-22 Mingda old-town 31.2980 120.6180
d-23 Nanfang west 31.3061 120.5554
d-24 Pengcheng lakeside 31.3216 120.7133
d-25 Qihang south 31.2594 120.6280
d-26 Rongsheng north 31.3415 120.6191
d-27 Shengli old-town 31.3123 120.6423
d-28 Tianyi west 31.3011 120.5780
d-29 Weiye lakeside 31.3140 120.7172
d-30 Xingwang south 31.2668 120.6164
d-31 Yida north 31.3439 120.5979
d-32 Zhenxing old-town 31.2999 120.6420
d-33 Baifu west 31.2895 120.5741
d-34 Changan lakeside 31.3118 120.7209
d-35 Dali south 31.2561 120.6296
d-36 Fengshou north 31.3318 120.6107
d-37 Gaoxin old-town 31.2995 120.6199
d-38 Hongyun west 31.3085 120.5650
d-39 Jinqiao lakeside 31.3156 120.7130
d-40 Liming south - -
`;

const known = (degrees: string): string | null => (degrees === "-" ? null : degrees);

/** All dealers, by id. */
export const DEALERS: readonly TownDealer[] = ROWS.trim()
  .split("\n")
  .map((row) => {
    const [id = "", name = "", district = "", latitude = "-", longitude = "-"] = row.split(" ");
    return { id, name, district, latitude: known(latitude), longitude: known(longitude) };
  });

const NAMES = new Map(DEALERS.map(({ id, name }) => [id, name]));

/** A dealer's name; its id, where there is none. */
export const nameOf = (id: string): string => NAMES.get(id) ?? id;
