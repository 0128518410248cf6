import {
  effortLedger,
  formatDecisionMap,
  formatOpportunity,
  formatReason,
  formatTrust,
  mapDecisionMakers,
  qualifyOpportunity,
  trustMoves,
} from "keyaccount";
import { opportunityScorecard } from "keyaccount/handbook";
import { en } from "keyaccount/locale/en";
import { zhCN } from "keyaccount/locale/zh-CN";
import { describe, expect, test } from "vitest";

const known = <const T>(value: T): { readonly value: T } => ({ value });

describe("E5 formatDecisionMap", () => {
  const map = mapDecisionMakers(
    [
      {
        id: "chen",
        name: "Chen",
        roles: ["decider"],
        influence: known("high"),
        support: known("neutral"),
        relationDepth: known("brief"),
        coveredBy: ["wang"],
      },
      {
        id: "li",
        name: "Li",
        roles: ["user"],
        influence: known("medium"),
        support: known("champion"),
        relationDepth: known("deep"),
        coveredBy: ["wang", "x"],
        reportsTo: "chen",
      },
      { id: "li2", name: "Li", roles: [], support: known("opponent"), coveredBy: [], influences: ["ghost"] },
      { id: "zhou", roles: ["final-approval"] },
    ],
    {
      team: [
        { id: "wang", rank: "manager", reportsTo: "he" },
        { id: "he", rank: "director" },
      ],
      most: 3,
    },
  );

  test("E5.5 in English, whole", () => {
    expect(formatDecisionMap(map, en)).toMatchInlineSnapshot(`
      "Person    Part            Influence       Support   Relation                   Coverage        Looked after by
      Chen      decider         much influence  neutral   brief (wanted: regular)    partly covered  wang (manager)
      Li (li)   user            some influence  champion  deep (wanted: regular)     covered         wang (manager)
      Li (li2)  none            unknown         opponent  unknown (wanted: regular)  unknown         nobody
      zhou      final approver  unknown         unknown   unknown (wanted: regular)  unknown         unknown

      Needed parts      25 % covered
                        decider: partly covered; not covered: Chen
                        evaluator: unknown
                        buyer: unknown
                        user: covered
      To find           evaluator, buyer
      Hangs on          1 of theirs, 1 of ours (not certain)
                        everything depends on one of their people (not certain)
                        everything depends on one of our people (not certain)
      For us            Li (li)
      Against us        Li (li2): opponent, unknown
      Ways to deciders  Chen: Li (li) reports to Chen
                        zhou: no way is known
      See next          Chen: plays a part that isn't covered: decider, would be a second support for the relation, the relation is to become deeper: brief → regular
                        by wang with he, multi-level, with the superior (looks after this person, has the rank for it, with the superior from the second visit on)
                        Li (li): can pass our word on to Chen
                        by wang, single-level (looks after this person, has the rank for it)
                        zhou: would be a second support for the relation, learn how deep the relation is, learn whether this person is for us, learn how much influence this person has
                        by wang (has the rank for it, it isn't known whether this is the first visit)
                        … and 1 more
      For gates         final approver covered: unknown
                        decider covered: no
                        evaluator covered: unknown
                        buyer covered: unknown
                        user covered: yes
                        influencer covered: unknown
                        initiator covered: unknown
                        all needed parts covered: no
                        as many supporters as needed: yes
                        a supporter inside: yes
                        two supporters inside: unknown
                        nobody of weight against us: unknown
                        two regular relations: unknown
      Issues            contacts › #3 › influences: "ghost" isn't in this record.
                        contacts › #2 › coveredBy: "x" isn't in this record.
      "
    `);
  });

  test("E5.5 in Chinese, whole", () => {
    expect(formatDecisionMap(map, zhCN)).toMatchInlineSnapshot(`
      "人员      角色        影响力      态度    关系                        覆盖情况  我方负责人
      Chen      决策者      影响力大    中立者  接触不多（期望：经常接触）  部分覆盖  wang（经理）
      Li (li)   使用者      影响力一般  拥护者  深入接触（期望：经常接触）  已覆盖    wang（经理）
      Li (li2)  无          不明        反对者  不明（期望：经常接触）      不明      无
      zhou      最终批准者  不明        不明    不明（期望：经常接触）      不明      不明

      所需角色          已覆盖25%
                        决策者：部分覆盖；未覆盖：Chen
                        评估者：不明
                        采购者：不明
                        使用者：已覆盖
      待找到            评估者、采购者
      关系支点          对方1人，我方1人（尚不确定）
                        全靠对方一个人（尚不确定）
                        全靠我方一个人（尚不确定）
      支持我方          Li (li)
      反对我方          Li (li2)：反对者，不明
      影响决策者的途径  Chen：Li (li)汇报给Chen
                        zhou：没有已知途径
      下一步拜访        Chen：所承担的角色尚未覆盖：决策者、可作为关系的第二个支点、关系需要加深：接触不多 → 经常接触
                        由wang与he拜访，多层拜访（与上级一起）（由其负责此人、级别合适、第二次起与上级一同拜访）
                        Li (li)：可以替我方影响Chen
                        由wang拜访，单层拜访（由其负责此人、级别合适）
                        zhou：可作为关系的第二个支点、了解关系深度、了解其是否支持我方、了解其影响力
                        由wang拜访（级别合适、是否首次拜访不明）
                        ……另有1人
      关口依据          最终批准者已覆盖：不明
                        决策者已覆盖：否
                        评估者已覆盖：不明
                        采购者已覆盖：不明
                        使用者已覆盖：是
                        影响者已覆盖：不明
                        发起者已覆盖：不明
                        所需角色全部覆盖：否
                        内部支持者人数足够：是
                        有一名内部支持者：是
                        有两名内部支持者：不明
                        没有有影响力的反对者：不明
                        有两条经常性关系：不明
      问题              contacts › #3 › influences：此记录中没有“ghost”。
                        contacts › #2 › coveredBy：此记录中没有“x”。
      "
    `);
  });

  test("an empty map; names can't break lines; a name that is another's id has its own beside it", () => {
    expect(formatDecisionMap(mapDecisionMakers([]), en)).toContain("Needed parts");
    const text = formatDecisionMap(
      mapDecisionMakers([
        { id: "a", name: "x\n\u001b[31m" },
        { id: "b", name: "a" },
      ]),
      en,
    );
    expect(text).not.toContain("\u001b");
    expect(text.split("\n")[1]).toContain("x\\u{a}\\u{1b}[31m");
    expect(text.split("\n")[2]).toContain("a (b)");
  });
});

describe("E5 formatDecisionMap, what is settled", () => {
  test("E5.5 threads that are certain, an opponent's influence, nothing to find, a name that is the id", () => {
    const settled = mapDecisionMakers(
      [
        {
          id: "ma",
          name: "ma",
          roles: [],
          support: known("opponent"),
          influence: known("low"),
          relationDepth: known("deep"),
          coveredBy: ["w"],
        },
      ],
      { process: { people: { parts: [] } } },
    );
    const lines = formatDecisionMap(settled, en).split("\n");
    expect(lines[1]).toMatch(/^ma {2}/);
    expect(formatDecisionMap({ ...settled, supporters: ["gone"] }, en)).toMatch(/For us +gone\n/);
    expect(lines).toContain("Hangs on      1 of theirs, 1 of ours");
    expect(lines).toContain("Against us    ma: opponent, little influence");
    expect(lines.some((line) => line.startsWith("To find"))).toBe(false);
  });
});

describe("E6 formatTrust", () => {
  test("E6.2 steps, jumps, what comes next, what can't", () => {
    const moves = trustMoves(
      "friend",
      [
        { relation: "outsider", at: "2025-01-01" },
        { relation: "partner" },
        { relation: "outsider" },
        { relation: "friend", evidence: ["regular-contact"] },
        { relation: "hero" as never },
      ],
      { evidence: { "order-delivered": true, "paid-as-agreed": false, "confides-in-us": false } },
    );
    expect(formatTrust(moves, en)).toMatchInlineSnapshot(`
      "When        From      To        Step                                     Not shown
      2025-01-01            outsider  start
      unknown     outsider  partner   impossible jump, over: friend, supplier  two-way, cooperative, good for both, close, attitude watched and answered
      unknown     partner   outsider  back
      unknown     outsider  friend    up                                       confides in us

      Relation          friend
      Way               friend first, then supplier
      Next              supplier; missing: paid as agreed
      May fall back to  outsider
      Not at once       partner; first: supplier
      No longer so      confides in us
      Issues            history › #5 › relation: "hero" isn't possible here; possible are outsider, friend, supplier, partner.
      "
    `);
    expect(formatTrust(moves, zhCN)).toMatchInlineSnapshot(`
      "时间        原关系    新关系    变化                              尚无依据
      2025-01-01            局外人    起点
      不明        局外人    合作伙伴  不可能的跳跃，跳过：朋友、供应商  双向、合作、互利、密切、受控（有人关注客户态度并及时回应）
      不明        合作伙伴  局外人    后退
      不明        局外人    朋友      上升                              愿意透露信息

      目前关系      朋友
      路径          先做朋友，再做供应商
      下一步        供应商；缺少：按约付款
      可能退回到    局外人
      不能直接达到  合作伙伴；须先成为：供应商
      已不再具备    愿意透露信息
      问题          history › #5 › relation：此处不能是“hero”，可以是局外人（outsider）、朋友（friend）、供应商（supplier）、合作伙伴（partner）。
      "
    `);
  });

  test("E6.1 what is ready, and what isn't known", () => {
    const ready = trustMoves("friend", [{ relation: "outsider" }], {
      evidence: { "order-delivered": true, "paid-as-agreed": true },
    });
    expect(formatTrust(ready, en)).toContain("supplier: ready");
    expect(formatTrust(trustMoves(null, []), en)).toBe("When  From  To  Step  Not shown\n\nRelation  unknown\n");
    expect(formatTrust(trustMoves("supplier", []), en)).toContain("supplier first, then friend");
  });
});

describe("E7 formatOpportunity", () => {
  test("E7.2 E7.1 E7.3 D2 whole", () => {
    const effort = effortLedger({
      currency: "CNY",
      marginIfWon: "90000",
      stage: "visit",
      contacts: [{ cost: "2500" }],
    });
    const result = qualifyOpportunity(
      opportunityScorecard,
      { clientProject: "yes", accessToFunds: "partly", solutionFit: "yes", uniqueValue: "what" as never },
      {
        asOf: "2026-11-21",
        effort,
        evidence: { "client-pressure": true, "our-value": true, driver: null },
        position: {
          ours: { "less-waste": true },
          rivals: [
            { id: "acme", standing: "incumbent", advantages: { "less-waste": false } },
            { id: "bolt", advantages: { "less-waste": false } },
          ],
        },
      },
    );
    expect(formatOpportunity(result, en)).toMatchInlineSnapshot(`
      "As of                     2026-11-21
      Decision                  find out first; once all is known: no-go … find out first
      Is there an opportunity?  find out first; 48 % known
      Points lost by            Money for the project: 7
      Points open at            Compelling event with a date: 6
                                Sound finances of the client: 4
                                Understanding of the client's business: 3
      Limits                    Money for the project = partly: find out first at best
                                Understanding of the client's business, Sound finances of the client,
                                Compelling event with a date unknown: find out first at best
      Ask                       Compelling event with a date
                                Sound finances of the client
                                Understanding of the client's business
      Can we compete?           find out first; 28 % known
      Points open at            Unique value that we can show: 6
                                Relation to build on: 5
                                Clear decision criteria: 4
      Limits                    Clear decision criteria, Reasonable need of resources, Relation to build on,
                                Unique value that we can show unknown: find out first at best
      Ask                       Unique value that we can show
                                Relation to build on
                                Clear decision criteria
                                Reasonable need of resources
      Funnel                    potential
      Missing                   resources
      Ours alone                less waste
      Rivals                    acme (supplies the client): unknown
                                bolt: unknown
      Spent                     2500 CNY; expected value 4500; likelihood 5 %; stage: appointment and visit
      Effort                    refer to a superior
      Warnings                  2500 spent without a go
                                The effort needs a superior's decision
      Issues                    Unique value that we can show: "what" isn't one of the options yes, partly, no.
      "
    `);
    expect(formatOpportunity(result, zhCN)).toMatchInlineSnapshot(`
      "评价日期        2026-11-21
      结论            先了解清楚；全部查明后：放弃 … 先了解清楚
      有没有机会？    先了解清楚；已知48%
      失分项          项目资金是否落实：7
      待定分值        是否有紧迫事件和时限：6
                      客户财务状况是否良好：4
                      是否了解客户业务：3
      限制            项目资金是否落实 = 部分：最高为先了解清楚
                      是否了解客户业务、客户财务状况是否良好、是否有紧迫事件和时限未知：最高为先了解清楚
      待了解          是否有紧迫事件和时限
                      客户财务状况是否良好
                      是否了解客户业务
      我们能否竞争？  先了解清楚；已知28%
      待定分值        能否体现独特价值：6
                      现有关系能否利用：5
                      决策标准是否明确：4
      限制            决策标准是否明确、所需资源是否合理、现有关系能否利用、能否体现独特价值未知：最高为先了解清楚
      待了解          能否体现独特价值
                      现有关系能否利用
                      决策标准是否明确
                      所需资源是否合理
      漏斗阶段        潜在机会
      缺少            资源
      我方独有优势    减少浪费
      竞争对手        acme（现有供应商）：不明
                      bolt：不明
      已花费          2500 CNY；预期价值4500；成交可能性5%；阶段：电话预约与上门拜访
      投入建议        上报上级决定
      注意            未决定跟进，已花费2500
                      投入须上报上级决定
      问题            能否体现独特价值：“what”不在选项之列：是（yes）、部分（partly）、否（no）。
      "
    `);
  });

  test("E7.3 what isn't known of the spending is left out; no decision is said to be none", () => {
    const bare = qualifyOpportunity(opportunityScorecard, {}, { effort: {} as never });
    expect(formatOpportunity(bare, en)).toContain("Spent                     unknown\n");
    const waived = Object.fromEntries(
      Object.keys(opportunityScorecard.indicators).map((one) => [one, { notApplicable: true }]),
    );
    expect(formatOpportunity(qualifyOpportunity(opportunityScorecard, waived as never), en)).toMatch(/^Decision +none/);
    const mine = {
      ...qualifyOpportunity(opportunityScorecard, {}),
      groups: {
        competition: { ...bare.groups.competition, reasons: [{ code: "group-capped", group: "competition", lost: 3 }] },
      },
    } as const;
    expect(formatOpportunity(mine as never, en)).toContain("Points lost by   Can we compete?: 3");
    const none = qualifyOpportunity(opportunityScorecard, {}, { evidence: { "our-value": false } });
    expect(formatOpportunity(none, en)).toMatch(/Funnel +not in the funnel\n/);
    const lost = qualifyOpportunity(opportunityScorecard, { accessToFunds: "no" });
    expect(formatOpportunity(lost, en)).toMatch(/^Decision +no-go, certain\n/);
  });
});

test("E5 E7 reasons in words, codes in their parameters as well", () => {
  const say = (...reasons: Parameters<typeof formatReason>[0][]): string[] =>
    reasons.map((reason) => formatReason(reason, en));
  expect(
    say(
      { code: "part-uncovered", part: "decider" },
      { code: "relation-to-deepen", reached: "none", wanted: "deep" },
      "superior-joins",
      "single-contact",
      "nobody-assigned",
      { code: "rival-leads", rival: "acme" },
    ),
  ).toEqual([
    "plays a part that isn't covered: decider",
    "the relation is to become deeper: none → deep",
    "with the superior from the second visit on",
    "everything depends on one of their people",
    "none of ours looks after this person",
    "acme leads",
  ]);
});
