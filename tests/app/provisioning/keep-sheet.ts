// A sheet into the register, and a run until it is so far: what tests and measurements of provisioning begin and end with.
import type { Client } from "../../../electron/contract/client.ts";
import type { Run } from "../../../electron/contract/provisioning.ts";
import { take } from "../../peers/terminal-client.ts";

export async function keepSheet(client: Client, sheet: string): Promise<string> {
  const base64 = Buffer.from(sheet).toString("base64");
  const { upload } = take(await client.call("provisioning.send", { upload: null, base64 }));
  const { draft } = take(await client.call("provisioning.import", { upload, name: "plan.csv" }));
  return take(await client.call("provisioning.keep", { draft, name: "October", operator: "Li" })).plan;
}

export async function awaitRun(client: Client, isSo: (run: Run) => boolean): Promise<Run> {
  let number: number | null = null;
  for (;;) {
    const told: { readonly number: number; readonly run: Run } = take(
      await client.call("provisioning.changes", { number }),
    );
    ({ number } = told);
    if (isSo(told.run)) return told.run;
  }
}
