/** The rules of the pages that services are made with. */
export const builderStyles = `
.builder-pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(20em,100%),1fr));gap:0 30px}
.builder-pair+.builder-pair{margin-top:10px}
.builder-lines{white-space:pre-line;overflow-wrap:anywhere}
.builder-fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(20em,100%),1fr));gap:0 30px}
.builder-fields .govuk-select{width:100%}
.builder-beside{display:grid;grid-template-columns:minmax(0,1fr);gap:0 40px}
@media (min-width:75em){.builder-beside{grid-template-columns:minmax(0,3fr) minmax(0,2fr);width:min(94vw,90em);
margin-left:calc(50% - min(47vw,45em))}}
.builder-tall{max-height:45em;overflow:auto}
.builder-row{display:block;overflow-wrap:anywhere}
.builder-small{margin:5px 0 0}
.builder-document{white-space:pre;overflow:visible;width:max-content;min-width:100%;box-sizing:border-box}
`;
