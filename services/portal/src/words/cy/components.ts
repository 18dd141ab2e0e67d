import type { Words } from "../words.ts";

export const components: Words["components"] = {
  back: "Yn ôl",
  breadcrumb: "Briwsion bara",
  problem: "Mae problem",
  error: "Gwall",
  warning: "Rhybudd",
  success: "Llwyddiant",
  important: "Pwysig",
  day: "Diwrnod",
  month: "Mis",
  year: "Blwyddyn",
  by: "gan",
  contact: { title: "Cysylltu â ni", telephone: "Ffôn", email: "E-bost" },
  startPage: "Mynd i’r dudalen gychwyn",
  errors: {
    "not-found": {
      title: "Heb ddod o hyd i’r dudalen",
      text: [
        "Os gwnaethoch deipio’r cyfeiriad, gwiriwch ei fod yn gywir.",
        "Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfan ohono.",
      ],
    },
    problem: {
      title: "Mae’n ddrwg gennym, mae problem gyda’r gwasanaeth",
      text: [
        "Rhowch gynnig arall arni yn nes ymlaen.",
        "Mae’r hyn a roesoch hyd yma wedi’i gadw i chi.",
      ],
    },
    unavailable: {
      title: "Mae’n ddrwg gennym, nid yw’r gwasanaeth ar gael",
      text: ["Byddwch yn gallu ei ddefnyddio eto cyn bo hir. Nid oes angen i chi wneud dim."],
    },
    expired: {
      title: "Nid yw eich atebion wedi’u cadw mwyach",
      text: [
        "Ni ddefnyddioch y gwasanaeth hwn am beth amser, felly rydym wedi dileu’r hyn a roesoch.",
      ],
    },
  },
  characterLimit: "Gallwch roi hyd at %{count} o nodau",
  charactersLeft: {
    zero: "Mae gennych %{count} nod ar ôl",
    one: "Mae gennych %{count} nod ar ôl",
    two: "Mae gennych %{count} nod ar ôl",
    few: "Mae gennych %{count} nod ar ôl",
    many: "Mae gennych %{count} nod ar ôl",
    other: "Mae gennych %{count} o nodau ar ôl",
  },
  noCharactersLeft: "Nid oes gennych unrhyw nodau ar ôl",
  charactersOver: {
    zero: "Mae gennych %{count} nod yn ormod",
    one: "Mae gennych %{count} nod yn ormod",
    two: "Mae gennych %{count} nod yn ormod",
    few: "Mae gennych %{count} nod yn ormod",
    many: "Mae gennych %{count} nod yn ormod",
    other: "Mae gennych %{count} o nodau yn ormod",
  },
  noFileChosen: "Nid oes ffeil wedi’i dewis",
  filesChosen: {
    zero: "%{count} ffeil wedi’u dewis",
    one: "%{count} ffeil wedi’i dewis",
    two: "%{count} ffeil wedi’u dewis",
    few: "%{count} ffeil wedi’u dewis",
    many: "%{count} ffeil wedi’u dewis",
    other: "%{count} ffeil wedi’u dewis",
  },
  enteredDropZone: "Wedi mynd i mewn i’r man gollwng",
  leftDropZone: "Wedi gadael y man gollwng",
};
