export function Spinner({ className = "size-4" }: { readonly className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={`inline-block shrink-0 animate-[turn_0.9s_linear_infinite] rounded-full border-2 forced-color-adjust-none border-current border-t-transparent ${className}`}
    />
  );
}
