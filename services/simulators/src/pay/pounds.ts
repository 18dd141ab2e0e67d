const sterling = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });

/** An amount as people write it. */
export function pounds(pence: number): string {
  return sterling.format(pence / 100);
}
