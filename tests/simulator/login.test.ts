import { describe, expect, test } from "vitest";
import { openConsoleOf, openTerminal } from "./console.ts";

const options = { login: true } as const;

describe("a console that asks who is there", () => {
  test("lets a person in with the right password, which it never shows", async () => {
    const terminal = await openTerminal("demo:linux", options);
    const console = openConsoleOf(terminal);
    expect(await console.line("", "login: ")).toBe("\r\n\r\npos-0017 login: ");
    expect(await console.line("root", "Password: ")).toBe("root\r\nPassword: ");
    expect(await console.line(terminal.password)).toMatch(/^\r\nLinux pos-0017 .*root@pos-0017:~# $/s);
    expect(console.heard).not.toContain(terminal.password);
  });

  test("makes up a password of its own for every terminal", async () => {
    const terminal = await openTerminal("demo:linux", options);
    expect(terminal.password).toMatch(/^[a-z0-9]{12}$/);
  });

  test("refuses a wrong password after a while and asks again", async () => {
    const console = openConsoleOf(await openTerminal("demo:linux", options));
    await console.line("", "login: ");
    await console.line("root", "Password: ");
    const asked = Date.now();
    expect(await console.line("wrong", "login: ")).toBe(
      "\r\n\r\nLogin incorrect\r\n\r\nDebian GNU/Linux 12 pos-0017 ttyS0\r\n\r\npos-0017 login: ",
    );
    expect(Date.now() - asked).toBeGreaterThan(1900);
  });

  test("asks for a login again after the shell was left", async () => {
    const terminal = await openTerminal("demo:linux", options);
    const console = openConsoleOf(terminal);
    await console.line("", "login: ");
    await console.line("service", "Password: ");
    await console.line(terminal.password, "$ ");
    expect(await console.line("exit", "login: ")).toContain("Debian GNU/Linux 12");
  });

  test("lets a person without rights look, and change only as root", async () => {
    const terminal = await openTerminal("demo:linux", options);
    const console = openConsoleOf(terminal);
    await console.line("", "login: ");
    await console.line("service", "Password: ");
    await console.line(terminal.password, "$ ");
    const refused = await console.line("id -u; ip addr add 10.0.0.1/8 dev eth0; echo $?; sudo -n id -u", "$ ");
    expect(refused).toContain(
      "\r\n1000\r\nRTNETLINK answers: Operation not permitted\r\n2\r\nsudo: a password is required\r\n",
    );
    expect(await console.line("sudo id -u", "service: ")).toContain("[sudo] password for service: ");
    expect(await console.line(terminal.password, "$ ")).toContain("\r\n0\r\n");
    await console.line("PS1='root> ' su", "Password: ");
    expect(await console.line(terminal.password, "> ")).toContain("root> ");
    expect(await console.line("id -un", "> ")).toContain("\r\nroot\r\n");
    expect(await console.line("exit", "$ ")).toContain("service@pos-0017");
  });
});
