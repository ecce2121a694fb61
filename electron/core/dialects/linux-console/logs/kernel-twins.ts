// Where the console is the kernel's own and the kernel's log is followed on it, each message comes twice: once as the kernel
// says it, once out of its log. Both have the same microsecond before the same words:
//
//   [   12.345678] eth0: Link is Down        and        [12.345678] eth0: Link is Down

/** Messages of which the other half is still to come: as many as a slow line may hold back. */
const mostAwaited = 512;

export class KernelTwins {
  readonly #awaited = new Set<string>();

  /** Whether the line is the second half of a message that was heard already. */
  isSecond(line: string): boolean {
    const [, at, words] = /^(?:<\d{1,3}>)?\[ *(\d{1,10}\.\d{6})\] ?(.*)$/.exec(line) ?? [];
    if (at === undefined || words === undefined) return false;
    const message = `${at} ${words.trimEnd()}`;
    if (this.#awaited.delete(message)) return true;
    this.#awaited.add(message);
    const [oldest] = this.#awaited;
    if (this.#awaited.size > mostAwaited && oldest !== undefined) this.#awaited.delete(oldest);
    return false;
  }
}
