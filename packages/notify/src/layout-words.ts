/** The letterhead's own words, by the language that a message is in. The rest is the council's. */
export const layoutWords = {
  "en-GB": {
    /** The facts that stand in the table of details, in this order, and what they are called there. */
    details: { reference: "Reference", status: "Status now", next: "What happens next" },
    sender: (brand: string) => `${brand} sent you this email because of a request made to it.`,
    replies: "Replies to this email are not read.",
    contact: { telephone: "Telephone", email: "Email", openingHours: "Opening hours" },
  },
} as const;

export type Language = keyof typeof layoutWords;
