const british = /^(?:\+44|0044|0)(?:\(0\)|0)?(7(?:[1-57-9]\d{8}|624\d{6}))$/;

/**
 * Give the number of a British mobile as networks write it (E.164); undefined for any other, which a text may not reach.
 *
 * 070 and 076 are numbers that forward calls and pagers, but for 07624 on the Isle of Man.
 */
export function mobileNumber(phone: string): string | undefined {
  const [, number] = british.exec(phone.replace(/[\s.\-‐‑–/]/g, "")) ?? [];
  return number === undefined ? undefined : `+44${number}`;
}
