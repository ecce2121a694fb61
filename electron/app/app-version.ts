/** As package.json says it; a test compares them. */
export const appVersion = "0.1.0";
