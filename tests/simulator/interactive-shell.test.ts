import { describe, expect, test } from "vitest";
import { posixChecksum } from "../../electron/simulator/commands/checksum-commands.ts";
import { openConsole, openConsoleOf, openTerminal } from "./console.ts";

const prompt = "root@pos-0017:~# ";

describe("an open console", () => {
  test("says nothing until it hears a carriage return, then shows its prompt", async () => {
    const console = openConsoleOf(await openTerminal("demo:linux"));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(console.heard).toBe("");
    await console.line("");
    expect(console.heard).toBe(`\r\n${prompt}`);
  });

  test("sends what a colourful prompt sends", async () => {
    const console = await openConsole("demo:linux", { prompt: "\\e[?2004h\\[\\e[01;32m\\]\\u\\[\\e[0m\\]# " });
    expect(console.heard).toBe("\r\n\u001b[?2004h\u001b[01;32mroot\u001b[0m# ");
  });

  test("echoes what is typed and answers with carriage returns and newlines", async () => {
    const console = await openConsole();
    expect(await console.line("echo one; echo two")).toBe(`echo one; echo two\r\none\r\ntwo\r\n${prompt}`);
  });

  test("keeps variables, functions, folder and status from one line to the next", async () => {
    const console = await openConsole();
    await console.line('x=5; f() { echo "f $1 $x"; return 7; }; cd /etc', ":/etc# ");
    expect(await console.line("f a; echo $? $PWD", ":/etc# ")).toContain("\r\nf a 5\r\n7 /etc\r\n");
    await console.line("(exit 4)", ":/etc# ");
    expect(await console.line("echo $?", ":/etc# ")).toContain("\r\n4\r\n");
  });

  test.each([
    ["an open quote", ["echo 'a", "b'"], "a\r\nb\r\n"],
    ["a here-document", ["cat <<END", "a $((1 + 1))", "END"], "a 2\r\n"],
    ["an open brace", ["{ echo a", "echo b; }"], "a\r\nb\r\n"],
    ["an open loop", ["for i in 1 2; do", "echo $i", "done"], "1\r\n2\r\n"],
    ["a trailing operator", ["true &&", "echo a"], "a\r\n"],
    ["a trailing backslash", ["echo a \\", "b"], "a b\r\n"],
  ])("asks for more with PS2 after %s", async (_, lines, output) => {
    const console = await openConsole();
    const last = lines.at(-1) ?? "";
    for (const line of lines.slice(0, -1)) await console.line(line, "> ");
    expect(await console.line(last)).toBe(`${last}\r\n${output}${prompt}`);
  });

  test("survives a syntax error, an unknown command and a fatal expansion", async () => {
    const console = await openConsole();
    expect(await console.line("x=1; echo )")).toContain("syntax error near unexpected token");
    expect(await console.line("nosuch; echo $?")).toContain("bash: nosuch: command not found\r\n127\r\n");
    await console.line("f() { echo still here; }");
    await console.line("readonly R=1");
    expect(await console.line("R=2")).toContain("readonly variable");
    expect(await console.line("f")).toContain("\r\nstill here\r\n");
  });

  test("throws away a line at ^C and interrupts a command that runs", async () => {
    const console = await openConsole();
    await console.line("f() { echo kept; }");
    await console.type("echo lost\x03");
    await console.until(prompt);
    expect(await console.line("echo $?")).toContain("\r\n130\r\n");
    await console.type("sleep 1000; echo not reached\r");
    await console.until("reached\r\n");
    await console.type("\x03");
    expect(await console.until(prompt)).toBe(`^C\r\n${prompt}`);
    expect(await console.line("echo $?; f")).toContain("\r\n130\r\nkept\r\n");
  });

  test("stops a loop that would go on after ^C and keeps its functions", async () => {
    const console = await openConsole();
    await console.line("f() { echo kept; }; x=1");
    await console.type("while :; do sleep 1; done\r");
    await console.until("done\r\n");
    await console.type("\x03");
    await console.until(prompt);
    expect(await console.line("f; echo $x")).toContain("\r\nkept\r\n1\r\n");
  });
});

describe("a shell within the shell", () => {
  test("takes its prompts from the environment and gives the outer one back with its variables", async () => {
    const console = await openConsole();
    await console.line(" s=$(stty -g);stty -echo;PS1='cp$ ' PS2='cp>' LC_ALL=C TERM=dumb sh;stty \"$s\"", "cp$ ");
    expect(await console.line('echo "[$LC_ALL $TERM $s]"', "cp$ ")).toBe("[C dumb ]\r\ncp$ ");
    expect(await console.line("echo 'a", "cp>")).toBe("cp>");
    expect(await console.line("b'", "cp$ ")).toBe("a\r\nb\r\ncp$ ");
    expect(await console.line("exit")).toBe(prompt);
    expect(await console.line("echo ${#s} $PS1 $LC_ALL")).toMatch(/^echo .*\r\n\d+ \\u@\\h:\\w\\\$\r\n/);
  });

  test("is left by ^D", async () => {
    const console = await openConsole();
    await console.line("PS1='in$ ' sh", "in$ ");
    await console.type("\x04");
    expect(await console.until(prompt)).toContain(prompt);
  });

  test("is started by env, by su and by name", async () => {
    const console = await openConsole();
    await console.line("env PS1='e$ ' sh", "e$ ");
    await console.line("PS1='d$ ' dash", "d$ ");
    expect(await console.line("echo $$ $PPID $(ps | grep -c sh)", "d$ ")).toMatch(/\d+ \d+ [3-9]\r\n/);
    await console.line("exit", "e$ ");
    await console.line("exit");
  });

  test("runs a function sent in pieces, verified by its checksum, over a script in quotes", async () => {
    const console = await openConsole();
    await console.line("stty -echo; PS1='$ ' PS2='>' sh", "$ ");
    const body = ["r(){", 'O=$(eval "$2" 2>&1 </dev/null);S=$?', 'printf \'<%s>%s</%s %s>\' "$1" "$O" "$1" "$S"', "}"];
    const quoted = body.join("\n").replaceAll("'", "'\\''").split("\n");
    await console.type(`Q='${quoted.map((line) => `${line}\r`).join("")}'\r`);
    for (let more = 0; more < body.length; more += 1) await console.until(">");
    await console.until("$ ");
    const sent = new TextEncoder().encode(`${body.join("\n")}\n`);
    expect(await console.line('printf %s "$Q"|cksum', "$ ")).toBe(`${posixChecksum(sent)} ${sent.length}\r\n$ `);
    await console.line('eval "$Q"', "$ ");
    expect(await console.line("r t1 'echo hi; ls /nope; (exit 3)'", "t1 3>$ ")).toContain("<t1>hi\r\nls: ");
  });
});
