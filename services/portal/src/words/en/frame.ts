/** What stands around the content of every page. */
export const frame = {
  layout: {
    error: "Error",
    skip: "Skip to main content",
    menu: "Menu",
    serviceInformation: "Service information",
    supportLinks: "Support links",
    language: "Language",
  },
  /** Whose a page is that is no council's. */
  council: "Council services",
  services: "Services",
  track: "Track a request",
  privacy: "Privacy",
  cookies: "Cookies",
  accessibility: "Accessibility",
  developers: "Developers",
  test: "Test",
  forTrial: "These pages are for trying things out. Nothing that you send here reaches anyone.",
  /** Said in Welsh on the English page of what is not offered in Welsh. */
  notInWelsh: "This page is not available in Welsh.",
  continue: "Continue",
  saveForLater: "Save and come back later",
  notGiven: "Not given",
  feedback: "Is anything wrong with this page?",
  newTab: "(opens in a new tab)",
  assisting: {
    label: "Filling in for a caller",
    "filling-in": "You are filling this in for a caller. Give their details, not yours.",
    sent: "You sent this for a caller. Tell them the reference number.",
    back: "Go back to the staff pages",
  },
  assistOver: {
    title: "This form cannot be opened from here any more",
    text: "A form for a caller opens once, within a minute. [Start it again from the staff pages](staff).",
  },
  tooLarge: {
    title: "This is too much to send at once",
    text: "Go back, make what you entered shorter, and try again.",
  },
  foreignForm: {
    title: "This did not come from our pages",
    text: "Go back to the page that you were on, load it again, and then try again.",
  },
};
