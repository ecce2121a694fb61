// What a script that got into our page could do, on every target: leave, open windows, load from elsewhere, use devices.
import { expect, test } from "./targets.ts";

test("the policy lets no inline script, no eval and no foreign style in", async ({ page }) => {
  const found = await page.evaluate(async () => {
    const broken: string[] = [];
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => broken.push(effectiveDirective));
    const script = Object.assign(document.createElement("script"), { textContent: "window.injected = true" });
    const style = Object.assign(document.createElement("style"), { textContent: "body { display: none }" });
    const remote = Object.assign(document.createElement("script"), { src: "https://example.com/x.js" });
    document.head.append(script, style, remote);
    // Later, because what the debugger itself evaluates may evaluate more.
    const evaluated = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- what must be refused
          resolve(new Function("return 1")());
        } catch {
          resolve(0);
        }
      }, 1);
    });
    await fetch("https://example.com/").catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    return { broken: broken.sort(), evaluated, injected: "injected" in window };
  });
  expect(found).toEqual({
    broken: ["connect-src", "script-src", "script-src-elem", "script-src-elem", "style-src-elem"],
    evaluated: 0,
    injected: false,
  });
});

test("a style with the response's nonce is let in, as accessible primitives need it", async ({ page }) => {
  const shown = await page.evaluate(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
    const style = Object.assign(document.createElement("style"), { textContent: "html { --proof: 1 }", nonce });
    document.head.append(style);
    return getComputedStyle(document.documentElement).getPropertyValue("--proof");
  });
  expect(shown).toBe("1");
});

test("a frame shows nothing", async ({ page }) => {
  const violated = await page.evaluate(
    () =>
      new Promise((resolve) => {
        document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => resolve(effectiveDirective));
        document.body.append(Object.assign(document.createElement("iframe"), { src: "https://example.com/" }));
        setTimeout(() => resolve(null), 3000);
      }),
  );
  expect(violated).toBe("frame-src");
});

test("devices and places are denied", async ({ page }) => {
  const states = await page.evaluate(() =>
    Promise.all(
      (["geolocation", "camera", "microphone", "notifications"] as PermissionName[]).map(async (name) => {
        return (await navigator.permissions.query({ name })).state;
      }),
    ),
  );
  expect(states).not.toContain("granted");
});
