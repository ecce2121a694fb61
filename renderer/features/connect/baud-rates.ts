export const usualBaudRate = 115200;

export const baudRates = [9600, 19200, 38400, 57600, 115200, 230400, 460800, 921600] as const;
