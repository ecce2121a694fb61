import { EventEmitter } from "node:events";
import type { App } from "electron";
import { describe, expect, test } from "vitest";
import type { Message } from "../../electron/contract/envelope.ts";
import type { Link } from "../../electron/contract/link.ts";
import { hearGivenFiles } from "../../electron/main/given-files.ts";
import { GivenToPage } from "../../electron/main/hand-to-page.ts";
import { Preventable } from "./preventable.ts";

describe("a file that is opened from the desktop", () => {
  function hear(start: readonly string[] = []) {
    const app = new EventEmitter();
    const given: string[] = [];
    hearGivenFiles(app as unknown as App, start, (path) => given.push(path));
    return { app, given };
  }

  test("comes in the words of the start", () => {
    expect(hear(["/opt/counterpart", "--flag=x.counterpart-log", "/logs/till.counterpart-log"]).given).toEqual([
      "/logs/till.counterpart-log",
    ]);
  });

  test("comes in the words of a second start, from the folder that it was started in", () => {
    const { app, given } = hear();
    app.emit("second-instance", {}, ["counterpart", "TILL.Counterpart-Log"], "/logs");
    expect(given).toEqual(["/logs/TILL.Counterpart-Log"]);
  });

  test("is told by the system", () => {
    const { app, given } = hear();
    const event = new Preventable();
    app.emit("open-file", event, "/logs/till.counterpart-log");
    expect([given, event.defaultPrevented]).toEqual([["/logs/till.counterpart-log"], true]);
  });

  test("is a log, a pack or a plan", () => {
    const files = ["/a.counterpart-log", "/b.counterpart-pack", "/c.counterpart-plan"];
    expect(hear(files).given).toEqual(files);
  });

  test("is none of ours when it has another ending", () => {
    expect(hear(["/etc/passwd", "/logs/till.counterpart-log.exe"]).given).toEqual([]);
  });
});

describe("what is given to the page", () => {
  class ScriptedLink implements Link {
    readonly sent: unknown[] = [];
    readonly #closing: (() => void)[] = [];
    send(message: unknown): void {
      this.sent.push((message as Message & { readonly data?: unknown }).data);
    }
    onMessage(): void {}
    onClose(listener: () => void): void {
      this.#closing.push(listener);
    }
    close(): void {
      for (const listener of this.#closing) listener();
    }
  }

  test("waits until it listens, and comes once", () => {
    const given = new GivenToPage();
    given.give("/a.counterpart-log");
    const [first, second] = [new ScriptedLink(), new ScriptedLink()];
    given.receive(first);
    given.give("/b.counterpart-log");
    first.close();
    given.give("/c.counterpart-log");
    given.receive(second);
    expect([first.sent, second.sent]).toEqual([
      [{ path: "/a.counterpart-log" }, { path: "/b.counterpart-log" }],
      [{ path: "/c.counterpart-log" }],
    ]);
  });
});
