// What a console in a namespace can be asked to be.

export type ConsoleShell = "bash" | "dash" | "busybox-ash";

/**
 * Who meets the login prompt: root with a password; root let in at once; a user with a password who may become root by
 * sudo with a password, by sudo without one, by su with root's password, or not at all.
 */
export type ConsoleLogin =
  | "root-password"
  | "root-autologin"
  | "user-password"
  | "user-sudo"
  | "user-sudo-without-password"
  | "user-su";

export interface ConsoleNetwork {
  /** eth0's, as ADDRESS/PREFIX. Default 192.168.1.20/24; none: []. */
  readonly addresses?: readonly string[];
  /** Default 192.168.1.1; none: null. */
  readonly gateway?: string | null;
  /** For /etc/resolv.conf. Default 192.168.1.1. */
  readonly nameServers?: readonly string[];
  /** The router's side of the cable. Default 192.168.1.1/24. */
  readonly routerAddresses?: readonly string[];
  readonly macAddress?: string;
  readonly mtu?: number;
}

export interface ConsoleOptions {
  readonly shell: ConsoleShell;
  readonly login: ConsoleLogin;
  /** Who keeps the settings: `ifupdown` is Debian's with bash and dash, BusyBox's own with busybox-ash. Default none. */
  readonly manager?: "none" | "ifupdown";
  readonly network?: ConsoleNetwork;
  /** The text of /etc/network/interfaces in place of the one made from `network`. */
  readonly interfacesFile?: string;
  /** Shell lines that bring up eth0 in place of those made from `network`: a manager that is started, for example. */
  readonly startUp?: readonly string[];
  /** Files to be found on the terminal, by absolute path under /etc, /usr, /var, /root, /home, /tmp or /run. */
  readonly files?: Readonly<Record<string, string>>;
  /** Commands that this terminal does not have. */
  readonly withoutTools?: readonly string[];
  /** For example zh_CN.UTF-8: made for this console alone, prompts of login and su come in it. */
  readonly locale?: string;
  readonly hostName?: string;
  /** Seconds that a getty takes to come up, at the start and after each log-out. Default 0. */
  readonly gettyDelay?: number;
  /** Columns and rows that the terminal line reports; none are reported by default, as on a serial line. */
  readonly columns?: number;
}

export interface ConsoleAccount {
  readonly user: string;
  /** Empty when the login asks for none. */
  readonly password: string;
  /** Root's: empty when nothing asks for it. */
  readonly rootPassword: string;
}
