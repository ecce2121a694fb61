// What happened and what to do, in one or two sentences. `{name}` quotes a value of the failure's details.
export const failureTextsEn = {
  "port-missing": "The port {port} is not there. Check that the cable is plugged in, then list the ports again.",
  "port-busy": "The port {port} is being used by another program. Close that program, then try again.",
  "port-forbidden":
    "This user may not open {port}. On Linux, add the user to the group dialout (sudo usermod -aG dialout $USER) and sign in again.",
  "port-invalid":
    "{port} does not name a port: use a device such as /dev/ttyUSB0 or COM3, tcp:HOST:PORT, or demo:NAME.",
  "port-refused": "Nothing accepts connections at {port}. Check the address, the port number and the device server.",
  "port-lost": "The connection to {port} was lost. Plug the cable in again and start over.",
  "port-unusable": "The port {port} could not be opened: {reason}.",
  "no-answer":
    "Nothing answers on {port}. Check that the terminal is on, the cable carries data and the baud rate is right.",
  "line-garbled":
    "What arrives on {port} is not readable text. The baud rate ({baud}) is probably wrong; ask for the terminal's rate and use --baud.",
  "bootloader":
    "The terminal stands in its boot loader ({prompt}). Nothing was typed there; restart the terminal and wait until it is up.",
  "still-booting": "The terminal is still starting. Nothing was sent to it; wait until it is up and try again.",
  "login-needed":
    "The terminal asks for a login. Give a user name with --login and the password with --password-env or --password-stdin.",
  "password-needed": "The terminal asks for the password of {user}. Give it with --password-env or --password-stdin.",
  "login-refused": "The terminal refused the login of {user}. It was tried once and will not be tried again by itself.",
  "password-echo": "The terminal would have shown the password on the line, so it was not typed.",
  "not-a-shell": "What answers on {port} is not a Linux shell ({heard}). This kind of terminal is not supported here.",
  "not-root": "The user {user} may not change network settings. Log in as root, or use --become sudo or --become su.",
  "become-refused":
    "The terminal did not let {user} become root with {way}. It was tried once and will not be tried again by itself.",
  "frame-corrupt":
    "The terminal's answer stayed damaged after {tries} tries. Check the cable and anything that disturbs the line.",
  "timed-out": "The terminal did not finish in {seconds} s ({step}).",
  "terminal-restarted":
    "The terminal restarted or logged out in the middle ({step}). Wait until it is up, then connect again.",
  "command-failed": "The terminal could not carry out a step ({step}): {reason}.",
  "answer-unreadable": "The terminal's answer to a question could not be understood ({step}).",
  "tools-missing":
    "The terminal has none of the tools that are needed to prove what was sent ({tools}), so nothing is written to it.",
  "capability-missing": "This terminal cannot do that ({capability}): {reason}",
  "command-forbidden": "Counterpart never sends {command} to a terminal. It was stopped before the line.",
  "family-unknown":
    "Something answers on {port}, but not in a language that is known here (heard: {heard}). Name the family with --family if you know it.",
  "android-bridge":
    "What answers on {port} is Android's debug bridge, which asks for a key. Android terminals cannot be read yet.",
  "service-refused": "The terminal refused the service {service}.",
  "stream-closed": "The terminal ended the conversation in the middle ({step}).",
  "parameter-missing":
    "The terminal's parameter file does not hold {key} exactly once, so it is not changed there. Nothing was changed.",
  "value-refused": "The value for {field} contains a character that must not reach a terminal ({character}).",
  "unknown-interface": "The terminal has no interface named {interface}. It has: {known}.",
  "unknown-field": "{field} is not a setting that can be changed here.",
  "unusable-value": "{value} is not a valid value for {field}: {reason}.",
  "not-writable":
    "The settings of {interface} are kept by {manager}, which cannot be written yet. Nothing was changed.",
  "rules-refuse":
    "The new settings would be wrong ({rule}). Nothing was changed. Use --override to push them all the same.",
  "no-correction": "There is nothing to correct by itself: no finding has exactly one best correction.",
  "plan-stale": "The terminal's settings changed since the plan was made. Nothing was changed; make a new plan.",
  "plan-unknown": "There is no plan with this digest. Make the plan again.",
  "terminal-busy": "The terminal is busy: another push is under way on it. Nothing was changed.",
  "session-unknown": "This session is closed. Connect again.",
  "session-busy": "The terminal is busy with another request of this session. Wait until it is done.",
  "verify-mismatch": "The terminal took the settings but reads back something else ({field}: {value}).",
  "push-rolled-back": "The new settings did not hold ({step}). The old ones are back and were read back.",
  "state-unknown":
    "The connection was lost while settings were being changed, so it is not known which ones the terminal has. Connect again and read it.",
  "listen-failed":
    "The simulated terminal could not be served on {address}: {reason}. Choose another port with --listen.",
  "socat-missing":
    "A simulated terminal on a device ({link}) needs the program socat, which is not installed. On Debian: sudo apt install socat. Or serve it on TCP with --listen.",
  "link-failed": "The device {link} could not be made: {reason}. Choose another path with --link.",
  "file-unreadable": "The file {file} could not be read: {reason}.",
  "input-invalid": "{where}: {reason}.",
  "version-mismatch": "The two sides of Counterpart are of different versions ({ours} and {theirs}). Start it again.",
  "link-closed": "The connection inside Counterpart was closed.",
  "page-not-admitted":
    "This page was not let in: its address works once, and only while Counterpart runs. Start Counterpart again.",
  "page-occupied": "Counterpart is already open in another window. Close that window, then try again.",
  "cancelled": "Stopped as asked.",
  "internal": "Counterpart made a mistake of its own ({reason}). Nothing more was sent to the terminal.",
} as const;
