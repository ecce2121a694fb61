// The transaction's own scripts, without a console: what was confirmed already is taken back as well, as it is when the
// last reading of a push finds something else than was wanted.
import { afterEach, describe, expect, test } from "vitest";
import { readFacts } from "../../../electron/core/dialects/linux-console/read.ts";
import { composeSteps } from "../../../electron/core/dialects/linux-console/write/compose.ts";
import {
  makeApply,
  makeArm,
  makeConfirm,
  makeFinish,
  makeRollBack,
} from "../../../electron/core/dialects/linux-console/write/transaction.ts";
import { askFactsWith } from "../../core/dialects/linux-console/facts/ask-facts.ts";
import { findObstacle } from "../system-packages.ts";
import { ManagedTerminal, waitForAnswer } from "./managed-terminal.ts";
import { networkdStock, networkManagerStock } from "./stock.ts";

const obstacle = findObstacle("managers");
const key = "k3y";

let terminal: ManagedTerminal | null = null;

afterEach(async () => {
  await terminal?.close();
  terminal = null;
});

const id = "push-1";

describe.skipIf(obstacle !== null)(`taken back${obstacle === null ? "" : ` (${obstacle})`}`, () => {
  test.for([networkManagerStock, networkdStock])(
    "$startUp: what was confirmed is taken back, byte for byte, and nothing is left behind",
    async (stock) => {
      const started = await ManagedTerminal.start(stock);
      terminal = started;
      await waitForAnswer(() => started.witness(stock.state), stock.old, 10);
      const facts = readFacts(await askFactsWith((script) => started.run(script), key), key, 0);
      if (!facts.ok) throw new Error(facts.failure.code);
      const changes = [
        { interface: "eth0", field: "ipv4.address", from: null, to: "192.168.1.77/24" },
        { interface: "eth0", field: "ipv4.gateway", from: null, to: "192.168.1.254" },
      ];
      const parts = composeSteps(facts.value, changes, { revertSeconds: 60 });
      if (!parts.ok) throw new Error(parts.failure.message.en);
      const said = [];
      for (const script of [
        makeArm({ id, parts: parts.value, seconds: 60, tool: "cksum" }),
        makeApply(id),
        makeConfirm(id),
      ])
        said.push(await started.witness(`c=cksum;${script}`));
      const between = await started.witness(stock.state);
      said.push(await started.witness(makeRollBack(id)), await started.witness(makeFinish(id)));
      expect({
        said,
        between,
        after: await started.witness(stock.state),
        file: (await started.run(`cat ${stock.file}`)).stdout,
        mode: await started.witness(`stat -c %U:%a ${stock.file}`),
        left: await started.witness(
          "ls /run | grep counterpart; ls /run/systemd/network; ls /run/NetworkManager/system-connections | grep till; ls /etc/systemd/network /etc/NetworkManager/system-connections | grep counterpart",
        ),
      }).toEqual({
        said: ["armed guarded", "done", "done", "undone", "finished"],
        between: stock.changed,
        after: stock.old,
        file: stock.text,
        mode: stock === networkManagerStock ? "root:600" : "root:644",
        left: "",
      });
    },
  );
});
