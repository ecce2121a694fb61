import type { FindingText } from "../finding-text.ts";

export const linkTextsEn = {
  "link.mac-unusable": {
    message: "The hardware address (MAC) of {interface} is {mac}, which no device can have.",
    why: "The router tells devices apart by it, so the connection comes and goes. The terminal probably lost its factory data and needs repair.",
    technical:
      "{mac} is all zeros or a group address; calibration data or the device tree is lost. Switches may not learn it.",
  },
  "cellular.sim-absent": {
    message: "The modem finds no SIM card that it can use ({card}).",
    why: "Without a SIM card there is no mobile network. Switch the terminal off, take the card out, and put it in again with the contacts down and the corner in its place.",
    technical:
      "AT+CPIN? answers +CME ERROR: 10 (not inserted), 13 (failure) or 15 (wrong). Clean the contacts; try the card in a phone, and another card here, unless it belongs to the acquirer.",
  },
  "cellular.sim-locked": {
    message: "The SIM card or the device is locked ({card}).",
    why: "It cannot be unlocked here. Ask whoever supplied the SIM card; wrong codes can make it useless for good.",
    technical:
      "AT+CPIN? says SIM PUK, PH-SIM PIN or PH-NET PIN. Counterpart never enters a PUK. A card in a device it is not meant for is replaced by its supplier.",
  },
  "cellular.sim-pin-wanted": {
    message: "The SIM card asks for its PIN.",
    why: "Until it is entered there is no mobile network. Only whoever has the card's papers knows it; three wrong ones lock the card.",
    technical:
      "AT+CPIN? says SIM PIN; tries left: {tries}. Enter it with --set-secret cellular.pin=env:VARIABLE: one try for each time it is typed, and never the last.",
  },
  "cellular.no-signal": {
    message: "The terminal hears no mobile signal ({signal}).",
    why: "Nothing gets through at this place. Carry the terminal to a window; if it stays so, the antenna may be loose.",
    technical:
      "{signal}; CSQ 0 is -113 dBm or less, RSRP below -140 dBm is the end of the scale. Check the antenna and its connector first.",
  },
  "cellular.no-address": {
    message: "The mobile network has let the terminal in, and gives it no address ({access}).",
    why: "No payment leaves without an address. The access point (APN) is what the SIM card's supplier or the acquirer says; type it under Settings.",
    technical:
      "Registered, and no context with an address in AT+CGACT? and AT+CGPADDR; APN: {apn}. An application may dial only when it pays: look again in the middle of a payment. Then AT+CGDCONT, AT+CGAUTH; CME 133: not subscribed, 149: user or password.",
  },
  "cellular.roaming": {
    message: "The terminal uses another operator's mobile network.",
    why: "That works where the SIM card's contract allows it, and may cost more or be slower.",
    technical: "Registration 5 or 10 ({operator}). Roaming cards (IoT SIM) do so all the time.",
  },
  "cellular.not-registered": {
    message: "The mobile network has not let the terminal in ({registration}).",
    why: "Without the mobile network no payment leaves over it. A SIM card that was blocked, moved or not paid for is the usual cause; ask whoever supplied it.",
    technical:
      "AT+CREG? / AT+CEREG? says {registration}. Denied: subscription, IMEI lock or roaming (CME 103, 105-107, 111). Searching: antenna, band, coverage; compare AT+COPS=?.",
  },
  "cellular.apn-syntax": {
    message: "The mobile access point (APN) {apn} is not written as one.",
    why: "The mobile network does not know such an access point and refuses the connection.",
    technical:
      "What is wrong: {fault}. Network identifier: labels of letters, digits and hyphens, at most 63 octets encoded, not beginning rac, lac, sgsn or rnc; a full APN may end .mncNNN.mccNNN.gprs.",
  },
  "wifi.ssid-length": {
    message: "The Wi-Fi name {ssid} is longer than any Wi-Fi name can be.",
    why: "No router can have this name, so the terminal never finds it. Look at the router's label and type the name again.",
    technical:
      "The SSID takes {octets} octets in UTF-8; an SSID has at most 32. A Chinese character takes three in UTF-8 and two in GBK, which some routers use.",
  },
  "wifi.passphrase-form": {
    message: "The Wi-Fi password has {length} characters, which no WPA password can have in this form.",
    why: "The terminal cannot join the Wi-Fi with it. A WPA password has 8 to 63 letters, digits and signs.",
    technical:
      "What is wrong: {fault}. A passphrase has 8 to 63 printable ASCII characters; 64 hexadecimal digits are the key itself (PSK).",
  },
  "link.mtu-too-small": {
    message: "{interface} may send only {mtu} bytes at a time, which is too little.",
    why: "Every network has to carry at least {least} bytes; with less, payments get stuck.",
    technical: "MTU {mtu} is below {least} (IPv4: 576, IPv6: 1280).",
  },
  "link.mtu-unusual": {
    message: "{interface} sends {mtu} bytes at a time instead of the usual {usual}.",
    why: "Other sizes may get stuck somewhere on the way; short messages then pass and long ones do not.",
    technical:
      "MTU {mtu}. Ordinary: 1500; PPPoE 1492; tunnels down to 1280. Above 1500 every switch must carry jumbo frames.",
  },
  "wifi.security-weak": {
    message: "The Wi-Fi {ssid} is not protected ({security}).",
    why: "Anybody nearby can listen and join. Card rules do not allow payments over it; set the router to WPA2 or WPA3.",
    technical: "Security: {security}. PCI DSS asks for strong cryptography on wireless networks.",
  },
  "wifi.signal-weak": {
    message: "The terminal's Wi-Fi signal is weak ({signalDbm} dBm).",
    why: "Payments then take long or fail. Move the terminal nearer to the router, or the router nearer to the counter.",
    technical: "RSSI {signalDbm} dBm, below {weakest} dBm. Check channel, antenna and what stands in between.",
  },
  "cellular.signal-weak": {
    message: "The terminal's mobile signal is weak ({signal}).",
    why: "Payments then take long or fail. Move the terminal to a window, or away from metal.",
    technical: "{signal}; weak below CSQ 10 (-93 dBm) or RSRP -110 dBm. Check the antenna and its connector.",
  },
  "cellular.signal-unknown": {
    message: "How strong the mobile signal is, is not known.",
    why: "The modem has not measured it, or has no network. It says nothing about good or bad.",
    technical: "CSQ {csq} means not known or not detectable. On LTE use AT+CESQ or the modem's RSRP.",
  },
} as const satisfies Readonly<Record<string, FindingText>>;
