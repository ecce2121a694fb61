import { registerSuite } from "../../contracts/register-suite.ts";
import { registerTerminalsSuite } from "../../contracts/register-terminals-suite.ts";
import { openSqliteBenches } from "./sqlite-benches.ts";

registerSuite(async () => openSqliteBenches());
registerTerminalsSuite(async () => openSqliteBenches());
