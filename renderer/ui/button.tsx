import type { ButtonHTMLAttributes, ReactNode } from "react";

export type ButtonLook = "primary" | "plain" | "quiet";

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
  readonly icon?: ReactNode;
}

const looks: Readonly<Record<ButtonLook, string>> = {
  primary: "bg-accent text-on-accent hover:bg-accent-strong font-semibold px-5",
  plain: "bg-surface text-ink border border-edge hover:border-accent hover:text-accent px-4",
  quiet: "text-accent hover:bg-accent-wash px-3",
};

const base =
  "inline-flex min-h-target items-center justify-center gap-2 rounded-control py-1 text-14 transition-colors duration-100 disabled:opacity-50 disabled:pointer-events-none";

export function Button({ look = "plain", icon, children, className = "", type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={`${base} ${looks[look]} ${className}`} {...rest}>
      {icon}
      <span>{children}</span>
    </button>
  );
}
