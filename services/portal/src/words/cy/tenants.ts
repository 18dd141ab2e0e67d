import type { Words } from "../words.ts";

export const tenants: Words["tenants"] = {
  title: "Dewiswch eich cyngor",
  lead: "Rhowch wybod am broblem, a dilynwch yr hyn a wneir yn ei chylch.",
  none: "Nid oes unrhyw gynghorau yma eto.",
  unknown:
    "Os nad ydych yn gwybod ym mha gyngor yr ydych yn byw, gallwch [ddod o hyd i’ch cyngor lleol ar GOV.UK](find).",
};
