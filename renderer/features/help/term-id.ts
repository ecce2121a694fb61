/** What resources/knowledge/terms.json explains. */
export type TermId =
  | "gateway"
  | "dns"
  | "mask"
  | "address"
  | "dhcp"
  | "apn"
  | "tpdu"
  | "acquirer"
  | "sign-in"
  | "reversal"
  | "baud-rate"
  | "root";
