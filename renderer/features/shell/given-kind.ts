// Files of our own kinds, by their names.
export type GivenKind = "log" | "pack" | "plan";

export function findKind(name: string): GivenKind | null {
  const [, kind] = /\.counterpart-(log|pack|plan)$/i.exec(name) ?? [];
  return (kind?.toLowerCase() as GivenKind | undefined) ?? null;
}
