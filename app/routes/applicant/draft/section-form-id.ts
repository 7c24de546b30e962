/** Id of the form of a section: buttons elsewhere on the page (the language) send what is typed with them. */
export const SECTION_FORM = "section-form";
