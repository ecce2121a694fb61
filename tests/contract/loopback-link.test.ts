import { createLoopback } from "../../electron/contract/loopback-link.ts";
import { testLink } from "../contracts/link-suite.ts";

testLink("the loopback", () => Promise.resolve(createLoopback()));
