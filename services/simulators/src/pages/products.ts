/** What each simulated system is, for someone who has never seen the real one. */
export const products = {
  alloy: {
    name: "Alloy",
    list: "Work items",
    users: "Officers who deal with noise, rubbish, pests and dogs",
    about:
      "Officers work each report as an item: they read it, visit, write notes and close it. It takes cases as JSON, and calls the platform itself when an officer changes something.",
  },
  uniform: {
    name: "Uniform",
    list: "Service requests",
    users: "Officers who deal with food, safety and housing",
    about:
      "Officers work each report as a service request with visits and actions. It takes cases as SOAP XML and calls nobody: the platform asks it every few seconds what has changed.",
  },
  pay: {
    name: "GOV.UK Pay",
    list: "Payments",
    users: "The finance team, and citizens who pay",
    about:
      "Citizens pay for a service on its pages. It tells the platform what became of each payment.",
  },
  valuebill: {
    name: "Valuation Office",
    list: "Submissions",
    users: "Valuation officers, who set council tax bands and rateable values",
    about:
      "Councils tell it of new and altered properties. It takes files of reports as XML, checks each against the national schemas and its own rules, and says what is wrong with it. The platform asks it what became of them.",
  },
  register: {
    name: "Works register",
    list: "Register",
    users: "Officers of any team whose system is connected by configuration alone",
    about:
      "A register that takes any document, by JSON, SOAP or Open311. It stands for the back office of every connector that is configured only. It calls nobody: the platform asks it what has changed.",
  },
  places: {
    name: "OS Places",
    list: "Addresses",
    users: "Citizens who look an address up or put a pin into a map",
    about:
      "Finds addresses by postcode, words or place, and draws a map, as Ordnance Survey’s data hub does. Its towns are where the real ones are; its streets and houses are made up.",
  },
  notify: {
    name: "GOV.UK Notify",
    list: "Letters",
    users: "Whoever wants to read what would have been printed and posted",
    about:
      "Takes letters to citizens. The real one prints and posts them; here they can be read as they would arrive.",
  },
} as const;

export type System = keyof typeof products;
export const systems = Object.keys(products) as System[]; // the keys of a fixed table
