/** What a person saved on another day. */
export const savedLog = Array.from(
  { length: 300 },
  (_, at) => `Nov 20 10:${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")} pos `,
)
  .map((head, at) =>
    at % 50 === 0 ? `${head}dhclient[401]: No DHCPOFFERS received.\n` : `${head}payd[812]: heartbeat ${at} ok\n`,
  )
  .join("");
