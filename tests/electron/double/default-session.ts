import { SessionDouble } from "./session.ts";

export const session = { defaultSession: new SessionDouble() };
