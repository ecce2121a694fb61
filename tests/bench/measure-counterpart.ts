import { startTerminalClient, take } from "../peers/terminal-client.ts";

/**
 * Our side: reads the terminal behind `tcp:127.0.0.1:PORT` through the linux-console dialect and returns the milliseconds
 * from the ready prompt (recognised, and no byte of ours sent since) to the verdict. The prompt is ready and nobody else
 * is on the line when it is called; it leaves the shell at a prompt, still logged in, and the port closed. Throws when
 * the reading fails: a failed run has no time.
 */
export async function measureCounterpartRead(port: number): Promise<number> {
  const terminal = startTerminalClient();
  try {
    let start: number | null = null;
    terminal.client.on("stage", ({ stage }) => {
      if (stage === "preparing") start = performance.now();
    });
    const session = await terminal.connect(`tcp:127.0.0.1:${port}`);
    const report = take(await terminal.client.call("terminal.read", { session }));
    if (report.verdict.code !== "healthy" || start === null) throw new Error(`read ${report.verdict.code}`);
    return performance.now() - start;
  } finally {
    await terminal.close();
  }
}
