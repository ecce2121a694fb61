/** Why a correction is likely to be the right one. */
export const reasonsEn = {
  "gateway-runs": "The terminal is running with the router {gateway} right now.",
  "gateway-is-name-server":
    "{gateway} is in the terminal's own network and listed as its name server; in a shop the router mostly is both.",
  "gateway-is-neighbour": "A device with the address {gateway} answers on the terminal's own network.",
  "gateway-same-host-part": "{gateway} is the same address moved into the terminal's own network.",
  "gateway-usual-place": "Routers often have the first or the last address of the network, here {gateway}.",
  "mask-too-long":
    "With this mask the network reaches from {first} to {last} and holds both {address} and the router {gateway}.",
  "address-runs": "The terminal is running with the address {address} right now.",
  "address-with-servers":
    "The router {gateway} and the name server share a network; only the terminal's address is in another.",
  "address-with-gateway":
    "{address} is in the network of the router {gateway}. Make sure that no other device has this address.",
  "mask-runs": "The terminal is running with {address} right now.",
  "mask-holds-gateway": "A shop's network mostly has this size: {network}. It holds the router {gateway}.",
  "mask-turned": "{mask} is the same mask the right way round.",
  "ask-network": "The router can give the terminal a suitable address by itself (DHCP).",
  "servers-that-remain": "Nothing wrong is known of what remains: {servers}.",
  "server-is-gateway": "The router {gateway} mostly answers as name server too.",
  "gateway-is-policy": "The site's policy says that the router is {gateway}.",
  "gateway-of-pc": "This PC reaches the internet through {gateway}, and hangs on the same router.",
  "address-free": "{address} is close by and nothing known uses it. Make sure that no other device has it.",
  "servers-of-policy": "With what the site's policy requires in front: {servers}.",
  "clock-of-pc": "This PC's clock differs by {minutes} minutes. Make sure that this PC's own time is right.",
  "address-of-policy": "{address} is the same place in the network that the site's policy names.",
} as const;

export type ReasonId = keyof typeof reasonsEn;
