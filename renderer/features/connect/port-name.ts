/** The form only; whether it exists, the other side finds out. */
export function isPortName(text: string): boolean {
  return /^(?:\/\S+|(?:COM|com)\d{1,3}|(?:tcp|rfc2217):\S+:\d{1,5}|demo:[a-z0-9-]+(?:@\d{2,7})?|\\\\\.\\\S+)$/.test(
    text,
  );
}
