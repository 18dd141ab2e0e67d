import type { Words } from "../words.ts";

export const gone: Words["gone"] = {
  expired: {
    kept: "Rydym yn cadw’r hyn a rowch am 24 awr, yn y porwr y dechreuoch ynddo. Os nad yw eich porwr yn derbyn cwcis, ni allwn ei gadw o un dudalen i’r nesaf.",
    saved:
      "Os gwnaethoch gadw eich ffurflen i ddod yn ôl ati, agorwch y ddolen yn ein e-bost, neu [gael dolen newydd](link).",
    again: "Dechrau eto",
    typed: "Mae’r hyn a deipiwyd gennych ar y dudalen ddiwethaf wedi’i gadw.",
  },
  sent: {
    title: "Rydych wedi anfon y cais hwn yn barod",
    text: "Mae gennym, ac nid oes angen i chi wneud dim. Os rhoesoch eich cyfeiriad e-bost i ni, mae’r cyfeirnod yn yr e-bost a anfonwyd iddo.",
    track: "Dilyn cais",
    reference: "Gweld eich cyfeirnod",
    unsent:
      "Os gwnaethoch newid rhywbeth ar y dudalen ddiwethaf ar ôl hynny, ni anfonwyd y newid. Gallwch ei gopïo isod a dweud wrthym.",
    again: "Dechrau cais newydd",
  },
  changed: {
    title: "Mae rhai cwestiynau wedi newid ers i chi ddechrau",
    text: "Rydym wedi cadw eich atebion. Dim ond am yr hyn sydd wedi newid y byddwn yn gofyn, ac yna gallwch wirio eich ffurflen a’i hanfon.",
    added: "Cwestiynau newydd",
    reworded: "Cwestiynau sydd wedi newid",
    before: (label) => `(cyn hynny: ${label})`,
    removed: "Cwestiynau nad ydym yn eu gofyn mwyach",
  },
  withdrawn: {
    title: "Mae’r gwasanaeth hwn wedi dod i ben",
    text: (council, service) =>
      `Nid yw ${council} yn cynnig “${service}” mwyach, felly ni allwch anfon eich ffurflen. Cysylltwch â ni a dywedwch wrthym beth yr oeddech am ei anfon.`,
    another: "Dod o hyd i wasanaeth arall",
  },
  entered: "Yr hyn a roesoch",
  copy: "Yr un peth fel testun, i’w gopïo",
};
