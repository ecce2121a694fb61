/** What the doctor looks at, in no order. */
export type CheckId =
  | "listing"
  | "device"
  | "driver"
  | "name"
  | "present"
  | "permission"
  | "free"
  | "speed"
  | "pace"
  | "which";
