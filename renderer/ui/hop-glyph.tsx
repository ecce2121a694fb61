// What stands along the path, in one hand: line drawings on a 32 px square.
export type HopId = "terminal" | "link" | "router" | "names" | "acquirer";

export function HopGlyph({ hop, className = "size-8" }: { readonly hop: HopId | "wifi"; readonly className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      className={className}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[hop]}
    </svg>
  );
}

const drawings = {
  terminal: (
    <>
      <path d="M10 7V2.8h12V7" />
      <rect x="8" y="7" width="16" height="22" rx="2.5" />
      <rect x="11" y="10" width="10" height="6.5" rx="1" />
      <path d="M11.8 20.4h.1M16 20.4h.1M20.2 20.4h.1M11.8 24.6h.1M16 24.6h.1M20.2 24.6h.1" strokeWidth="2.2" />
    </>
  ),
  link: (
    <>
      <rect x="9" y="3" width="14" height="12" rx="1.5" />
      <path d="M12.5 3v4M16 3v4M19.5 3v4" />
      <path d="M12 15v4h8v-4M16 19v4c0 3-2 3-2 6" />
    </>
  ),
  wifi: <path d="M4 13c6.8-6.6 17.2-6.6 24 0M8.2 17.6c4.5-4.3 11.1-4.3 15.6 0M12.3 22c2.2-2 5.2-2 7.4 0M16 26.4h.1" />,
  router: (
    <>
      <rect x="4" y="17" width="24" height="9" rx="2" />
      <path d="M9 21.5h.1M13 21.5h.1M20 21.5h4M8.5 17 6 7M23.5 17 26 7M13 12.5c1.7-1.6 4.3-1.6 6 0" />
    </>
  ),
  names: (
    <>
      <path d="M6 5h15a4 4 0 0 1 4 4v18H10a4 4 0 0 1-4-4Z" />
      <path d="M6 23a4 4 0 0 1 4-4h15M11 10h9M11 14h6" />
    </>
  ),
  acquirer: <path d="M4 12 16 4.5 28 12ZM7 12v11M13 12v11M19 12v11M25 12v11M4 23h24M3 27.5h26" />,
} as const;
