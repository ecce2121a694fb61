// Provisioning is loaded when it is first asked for: most sessions never do.
import type { CommandName, Input } from "../../contract/commands.ts";
import { provisioningCommands } from "../../contract/provisioning.ts";
import type { Call, Handlers } from "../../contract/server.ts";
import type { Provisioning, ProvisioningCommand, ProvisioningParts } from "./answer-provisioning.ts";

export class LazyProvisioning {
  readonly #parts: ProvisioningParts;
  #loaded: Promise<Provisioning> | null = null;

  constructor(parts: ProvisioningParts) {
    this.#parts = parts;
  }

  answer(): Pick<Handlers, ProvisioningCommand> {
    const handlers = Object.keys(provisioningCommands).map((name) => [
      name,
      async (input: Input<CommandName>, call: Call) => {
        const { handlers: all } = await this.#open();
        return (all as Readonly<Record<string, (input: unknown, call: Call) => unknown>>)[name]?.(input, call);
      },
    ]);
    // Each name of the table leads to the handler of that name.
    return Object.fromEntries(handlers) as Pick<Handlers, ProvisioningCommand>;
  }

  async close(): Promise<void> {
    await (await this.#loaded)?.close();
  }

  #open(): Promise<Provisioning> {
    return (this.#loaded ??= import("./answer-provisioning.ts").then(
      ({ Provisioning: Made }) => new Made(this.#parts),
    ));
  }
}
