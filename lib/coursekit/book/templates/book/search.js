// Look through BOOK, the words of all sections. Everything is put in as text.
"use strict";

const MOST = 40;
const AROUND = 90;

function wordsOf(query) {
  return query.toLowerCase().split(/[^\p{L}\p{N}_]+/u).filter(Boolean);
}

function rank(section, words) {
  const heading = `${section.lesson} ${section.heading}`.toLowerCase();
  const text = section.text.toLowerCase();
  let sum = 0;
  for (const word of words) {
    const times = text.split(word).length - 1;
    const inHeading = heading.includes(word);
    if (!times && !inHeading) return 0;
    sum += Math.min(times, 10) + (inHeading ? 20 : 0);
  }
  return sum;
}

function snippet(text, words) {
  const lower = text.toLowerCase();
  const at = words.map((word) => lower.indexOf(word)).filter((i) => i >= 0);
  const middle = at.length ? Math.min(...at) : 0;
  let start = middle > AROUND ? text.indexOf(" ", middle - AROUND) + 1 : 0;
  // a place without spaces nearby: begin at the word itself
  if (start > middle) start = middle;
  // and end behind a word
  const space = text.indexOf(" ", middle + AROUND * 2);
  const end = space < 0 || space > middle + AROUND * 3 ? middle + AROUND * 2 : space;
  const piece = text.slice(start, end);
  const before = start > 0 ? "… " : "";
  const after = end < text.length ? "\u00a0…" : "";
  return [before, piece, after];
}

function marked(piece, words) {
  const parts = document.createDocumentFragment();
  const hit = new RegExp(`(${words.join("|")})`, "giu");
  piece.split(hit).forEach((part, i) => {
    if (i % 2) {
      const mark = document.createElement("mark");
      mark.textContent = part;
      parts.append(mark);
    } else {
      parts.append(part);
    }
  });
  return parts;
}

function entry(section, words) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `${section.page}#${section.at}`;
  const own = section.heading === section.lesson;
  const name = own ? section.lesson : `${section.lesson}: ${section.heading}`;
  link.append(marked(name, words));
  const said = document.createElement("p");
  const [before, piece, after] = snippet(section.text, words);
  said.append(before, marked(piece, words), after);
  item.append(link, said);
  return item;
}

function search(query) {
  const words = wordsOf(query);
  const hits = words.length
    ? BOOK.map((section) => [rank(section, words), section])
        .filter(([sum]) => sum > 0)
        .sort((one, other) => other[0] - one[0])
    : [];
  const list = document.getElementById("found");
  list.replaceChildren(...hits.slice(0, MOST).map(([, s]) => entry(s, words)));
  const places = hits.length === 1 ? "1 place" : `${hits.length} places`;
  const shown = hits.length > MOST ? `, the best ${MOST} are shown` : "";
  document.getElementById("said").textContent = words.length
    ? `${places} for “${query.trim()}”${shown}.`
    : "Type one or more words; a place must have all of them.";
}

const box = document.getElementById("q");
box.value = new URLSearchParams(location.search).get("q") ?? "";
box.addEventListener("input", () => search(box.value));
search(box.value);
