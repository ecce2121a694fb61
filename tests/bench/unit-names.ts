// The simulated units of a measurement, by their place: the process that plays them and the one that sets them name them alike.
export function nameUnit(place: number): { readonly digits: string; readonly serialNumber: string } {
  const digits = String(place + 1).padStart(4, "0");
  return { digits, serialNumber: `CT3-000${digits}` };
}
