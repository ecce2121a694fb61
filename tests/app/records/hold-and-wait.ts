// Another instance of the app: begins a push on the terminal of begun-push.ts, says "begun" or why not, and waits to be ended.
import { beginPush } from "../../../electron/app/records/kept-push.ts";
import { Records } from "../../../electron/app/records/records.ts";
import { makeBegun } from "./begun-push.ts";

const [folder = ""] = process.argv.slice(2);
const begun = await beginPush(new Records({ folder, who: "other", wallTime: () => Date.now() }), makeBegun());
process.stdout.write(begun.ok ? "begun\n" : `${begun.failure.code}\n`);
setTimeout(() => undefined, 60_000);
