// What comes for the page before it listens waits for its link.
import type { EventData } from "../contract/events.ts";
import type { Message } from "../contract/envelope.ts";
import type { Link } from "../contract/link.ts";

export class GivenToPage {
  readonly #waiting: string[] = [];
  #link: Link | null = null;

  give(path: string): void {
    if (this.#link === null) this.#waiting.push(path);
    else send(this.#link, path);
  }

  receive(link: Link): void {
    this.#link = link;
    link.onClose(() => {
      if (this.#link === link) this.#link = null;
    });
    for (const path of this.#waiting.splice(0)) send(link, path);
  }
}

function send(link: Link, path: string): void {
  const data: EventData<"given"> = { path };
  link.send({ type: "event", event: "given", data } satisfies Message);
}
