export { SQL_DIALECTS, type SqlDialect } from "./dialect.js";
export type { SqlColumn, SqlOptions } from "./options.js";
export { toSql } from "./to-sql.js";
