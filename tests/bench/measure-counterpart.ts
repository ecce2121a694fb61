/**
 * Our side: reads the terminal behind `tcp:127.0.0.1:PORT` through the linux-console dialect and returns the milliseconds
 * from the ready prompt to the verdict. The prompt is ready and nobody else is on the line when it is called; it must leave
 * the shell at a prompt, still logged in, and the port closed. Throws when the reading fails: a failed run has no time.
 */
export function measureCounterpartRead(port: number): Promise<number> {
  return Promise.reject(new Error(`reading through tcp:127.0.0.1:${port} is not wired to the bench yet`));
}
