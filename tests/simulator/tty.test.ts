import { describe, expect, test } from "vitest";
import { applySttyWord, hasFlag, saneTty, saveTty } from "../../electron/simulator/tty-settings.ts";
import { Tty } from "../../electron/simulator/tty.ts";

function makeTty() {
  let heard = "";
  const tty = new Tty((bytes) => {
    heard += Buffer.from(bytes).toString("latin1");
  });
  return {
    tty,
    type: (text: string) => tty.receive(Buffer.from(text, "latin1")),
    heard: () => heard,
    read: async () => {
      const read = await tty.read();
      return read.kind === "line" ? Buffer.from(read.bytes).toString("latin1") : read.kind;
    },
  };
}

describe("the line discipline", () => {
  test("turns CR into NL, echoes it as CR NL and gives lines one by one", async () => {
    const line = makeTty();
    line.type("one\rtwo\n");
    expect(line.heard()).toBe("one\r\ntwo\r\n");
    expect([await line.read(), await line.read()]).toEqual(["one\n", "two\n"]);
  });

  test("erases with backspace and delete, a word with ^W and the line with ^U", async () => {
    const line = makeTty();
    line.type("abx\x7fy\b lost words\x17\x17c\r");
    line.type("gone\x15kept\r");
    expect([await line.read(), await line.read()]).toEqual(["ab c\n", "kept\n"]);
    expect(line.heard()).toContain("abx\b \by\b \b");
  });

  test("drops what is typed beyond 4095 bytes of a line", async () => {
    const line = makeTty();
    line.type(`${"a".repeat(5000)}\r`);
    expect((await line.read()).length).toBe(4096);
  });

  test("shows control characters as ^X and treats ^D as end of file on an empty line only", async () => {
    const line = makeTty();
    line.type("a\x1b[A\x04\x04");
    expect([await line.read(), await line.read()]).toEqual(["a\x1b[A", "end"]);
    expect(line.heard()).toBe("a^[[A");
  });

  test("throws away what was typed ahead at ^C", async () => {
    const line = makeTty();
    let interrupts = 0;
    line.tty.onInterrupt(() => {
      interrupts += 1;
    });
    line.type("ahead\rhalf\x03");
    expect(interrupts).toBe(1);
    const reading = line.read();
    line.type("next\r");
    expect(await reading).toBe("next\n");
  });

  test("holds output back between ^S and ^Q", () => {
    const line = makeTty();
    line.type("\x13");
    line.tty.write("held\n");
    expect(line.heard()).toBe("");
    line.type("\x11");
    expect(line.heard()).toBe("held\r\n");
  });
});

describe("stty", () => {
  test("saves a state that it can restore", () => {
    const changed = applySttyWord(applySttyWord(saneTty, "-echo") ?? saneTty, "-icrnl") ?? saneTty;
    expect(hasFlag(changed, "echo")).toBe(false);
    expect(applySttyWord(saneTty, saveTty(changed))).toEqual(changed);
    expect(applySttyWord(changed, "sane")).toEqual(saneTty);
  });

  test("prints the state in the kernel's 36 words", () => {
    expect(saveTty(saneTty)).toMatch(/^500:5:18b2:8a3b(:[0-9a-f]+){32}$/);
  });

  test("refuses a word that it does not know", () => {
    expect(applySttyWord(saneTty, "nonsense")).toBeNull();
  });
});
