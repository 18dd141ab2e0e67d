/** How deliveries are sent again. */
export const ways = {
  live: {
    rewrite: true,
    useLive: true,
    title: "Write them anew with the service as it is now",
    hint: "After a mapping was put right and published",
  },
  anew: {
    rewrite: true,
    useLive: false,
    title: "Write them anew with the service as it was",
    hint: "After a dataset, a code list or the connector was put right",
  },
  again: {
    rewrite: false,
    useLive: false,
    title: "Send what was written before",
    hint: "After the back office was put right",
  },
} as const;
export type Way = keyof typeof ways;

export function isWay(name: string): name is Way {
  return Object.hasOwn(ways, name);
}

/** Which deliveries, as the address of the page has it. */
export interface ReplaySearch {
  readonly connector: string;
  readonly code: string;
  readonly state: string;
  readonly service: string;
  readonly ids: string;
  readonly how: Way;
}
