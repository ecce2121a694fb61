/** A sentence in every language of the product. */
export interface Localized {
  readonly en: string;
  readonly "zh-CN": string;
}

export type Language = keyof Localized;
