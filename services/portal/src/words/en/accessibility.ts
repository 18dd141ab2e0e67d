/** A council's accessibility statement. */
export const accessibility = {
  title: "Accessibility statement",
  tested: "22 November 2026",
  about: (council: string, where: string) =>
    `This statement is about the online services of ${council} at ${where}. We want everybody to be able to use them. That means you should be able to:`,
  youCan: [
    "change colours, contrast and fonts in your browser or device",
    "enlarge the page to 400% without scrolling sideways",
    "use every page with a keyboard alone, or with speech recognition",
    "listen to every page with a screen reader",
    "use every service without JavaScript",
  ],
  advice:
    "[AbilityNet](abilitynet) has advice on making your device easier to use if you have a disability.",
  how: "How accessible these pages are",
  compliance:
    "They are partially compliant with the [Web Content Accessibility Guidelines version 2.2](wcag) at level AA, because of the problems below.",
  notAccessible: "What is not accessible",
  problems: [
    "Files that people have sent us may not be accessible. The regulations do not ask it of what others have made, and we will tell you what is in them.",
    "Letters that we attach as PDF may not be marked up for screen readers (guidelines 1.3.1 and 4.1.2). Ask us, and we send you the words in another form.",
    "A place on a map cannot be seen by everybody. You can type an address, a postcode or a description in its stead.",
  ],
  feedback: "Feedback and contact",
  contact:
    "Contact us if something does not work for you, or if you need what is on these pages in another form, such as large print, easy read, audio or braille. Say which page it is and what went wrong. We answer within 10 working days, and help you in another way until it is put right.",
  enforcement: "If you are not content with our answer",
  ehrc: "The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. Contact the [Equality Advisory and Support Service (EASS)](eass).",
  howTested: "How we tested",
  tests: (day: string) =>
    `Every kind of page is looked at with each change, in a real browser: by automatic checks of the guidelines (axe), with letters of twice the size, enlarged to 400%, in colours that the reader has chosen, without motion, and for the names that a screen reader is given. Whole services are filled in with a keyboard alone, and without JavaScript. The last test was on ${day}. Nobody has listened to every page with a screen reader yet, and disabled people have not tested these pages yet.`,
  prepared: (day: string) =>
    `This statement was prepared on ${day}, and read through last on that day.`,
};
