// What holds of every page of a digest; the value is a list of what does not.
(() => {
  const faults = [];
  const fault = (text, element) =>
    faults.push(text + (element ? ": " + element.outerHTML.slice(0, 120) : ""));
  const root = document.documentElement;

  // No horizontal scroll, and nothing that sticks out.
  if (root.scrollWidth > window.innerWidth)
    fault(`scrolls sideways: ${root.scrollWidth} > ${window.innerWidth}`);

  // One h1; no level left out on the way down.
  let level = 0;
  for (const heading of document.querySelectorAll("h1,h2,h3,h4,h5,h6")) {
    const next = Number(heading.tagName[1]);
    if (next > level + 1) fault(`a heading of level ${next} after one of ${level}`, heading);
    if (!heading.textContent.trim()) fault("an empty heading", heading);
    level = next;
  }
  if (document.querySelectorAll("h1").length !== 1) fault("not one h1");

  // Landmarks, and one id an element.
  for (const name of ["main", "header"])
    if (document.querySelectorAll(name).length !== 1) fault(`not one ${name}`);
  const ids = [...document.querySelectorAll("[id]")].map((element) => element.id);
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) fault(`the id ${id} twice`);
  for (const link of document.querySelectorAll("a[href^='#']"))
    if (!document.getElementById(link.getAttribute("href").slice(1))) fault("leads nowhere", link);
  for (const list of document.querySelectorAll("[aria-labelledby]"))
    if (!document.getElementById(list.getAttribute("aria-labelledby"))) fault("no label", list);
  for (const picture of document.querySelectorAll("svg"))
    if (picture.getAttribute("aria-hidden") !== "true" && !picture.getAttribute("aria-label"))
      fault("a picture without words", picture);

  // Nothing runs, nothing loads, no link of another scheme.
  for (const element of document.querySelectorAll("*")) {
    if (/^(script|iframe|object|embed|img|link|form|base)$/i.test(element.tagName))
      fault("has no place here", element);
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name)) fault("a handler", element);
      if (/^(href|src|action)$/i.test(attribute.name)
          && !/^(https?:\/\/|#|[\w%.-]+\/[\w%.-]+$)/.test(attribute.value)) fault("a strange address", element);
    }
  }
  // The hostile texts of the tests set this where anything of them runs.
  if (window.hostile !== undefined) fault("something ran");

  // Languages and directions.
  const language = root.lang, direction = root.dir;
  if (direction !== (language === "ar" ? "rtl" : "ltr")) fault("the page runs the wrong way");
  for (const element of document.querySelectorAll("h3 a, article h3, .title, .quote p, del, ins")) {
    const own = element.closest("[lang]");
    if (!own || !own.dir && own !== root) fault("a quoted text without lang and dir", element);
  }
  for (const element of document.querySelectorAll("[lang]")) {
    if (element.lang === "ar" && element.dir === "ltr" && /[\u0621-\u064a]/.test(element.textContent)
        && !/[a-z]/i.test(element.textContent)) fault("Arabic that runs to the right", element);
  }

  for (const fact of document.querySelectorAll("article .facts dd > span > bdi")) {
    const arabic = /[\u0621-\u064a]/.test(fact.textContent);
    const latin = /\p{Script=Latin}/u.test(fact.textContent);
    if (arabic !== latin && arabic !== (fact.closest("[lang]").lang === "ar"))
      fault("a fact in another language than it says", fact);
  }

  // Each text: enough contrast, and the way that its letters run.
  const luminance = (rgb) => {
    const [r, g, b] = rgb.map((v) => v / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const background = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = channels(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour.slice(0, 3);
    }
    return [255, 255, 255];
  };
  const contrastOf = (colour, element) => {
    const [r, g, b, alpha = 1] = channels(colour);
    const paper = background(element);
    const ink = luminance([r, g, b].map((v, place) => v * alpha + paper[place] * (1 - alpha)));
    const [low, high] = [ink, luminance(paper)].sort((one, other) => one - other);
    return (high + 0.05) / (low + 0.05);
  };

  // Shapes, and the lines that tell links, matches and what an edit added: 3 to 1 (WCAG 1.4.11).
  let faintest = 21;
  const mustShow = (what, colour, element) => {
    const contrast = contrastOf(colour, element);
    faintest = Math.min(faintest, contrast);
    if (contrast < 3) fault(`${what} of contrast ${contrast.toFixed(2)}`, element);
  };
  const ground = (element) => element.closest("svg").parentElement;
  for (const shape of document.querySelectorAll("svg :is(rect, path, line, polyline, circle)")) {
    const style = getComputedStyle(shape);
    const paints = [style.fill, style.stroke].filter((paint) => paint !== "none");
    if (!paints.length) fault("a shape without paint", shape);
    for (const paint of paints) {
      if (/^rgb/.test(paint)) mustShow("a shape", paint, ground(shape));
      else fault(`a shape painted ${paint}`, shape);
    }
  }
  const onPaper = matchMedia("print").matches;
  for (const told of document.querySelectorAll("a[href], mark, ins")) {
    if (told.tagName === "A" && (onPaper || told.matches(".skip, .permalink a"))) continue;
    const style = getComputedStyle(told);
    if (style.textDecorationLine.includes("underline"))
      mustShow("an underline", style.textDecorationColor, told);
    else fault("nothing but its colour tells it", told);
  }

  // Room for a finger: a target under 24 px has a circle of that size to itself (WCAG 2.5.8).
  const targets = onPaper ? [] : [...document.querySelectorAll("a[href]:not(.skip), summary")]
    .filter((target) => target.checkVisibility({ contentVisibilityAuto: true }))
    .map((target) => ({ target, box: target.getBoundingClientRect() }));
  const isSmall = (box) => box.width < 24 || box.height < 24;
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const away = ([x, y], box) => {
    const [toX, toY] = isSmall(box) ? middle(box)
      : [Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];
    return Math.hypot(x - toX, y - toY) - (isSmall(box) ? 12 : 0);
  };
  for (const { target, box } of targets.filter(({ box }) => isSmall(box)))
    for (const other of targets)
      if (other.target !== target && away(middle(box), other.box) < 12)
        fault("too near to the next target", target);

  // Paper cannot be unfolded.
  for (const item of document.querySelectorAll("details > :not(summary)"))
    if (onPaper && !item.checkVisibility({ contentVisibilityAuto: true }))
      fault("folded away on paper", item);

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let least = 21;
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const element = walker.currentNode.parentElement;
    if (!text || element.closest("svg")) continue;
    const style = getComputedStyle(element);
    if (style.display === "none") continue;
    const contrast = contrastOf(style.color, element);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    least = Math.min(least, contrast);
    if (contrast < (isLarge ? 3 : 4.5)) fault(`contrast ${contrast.toFixed(2)}`, element);
    const arabic = /[\u0621-\u064a]/.test(text), other = /\p{Script=Latin}/u.test(text);
    // What the program says in English stays as it is, even where it quotes nothing but Arabic.
    if (arabic !== other && !element.matches(".detail[lang=en][dir=ltr]")) {
      const way = style.direction;
      if (arabic && way !== "rtl") fault("Arabic in a stretch that runs to the right", element);
      if (other && way !== "ltr" && !element.closest("bdi"))
        fault("Latin letters in a stretch that runs to the left", element);
    }
  }
  const rounded = (number) => Math.round(number * 100) / 100;
  return { faults: [...new Set(faults)], least: rounded(least), faintest: rounded(faintest) };
})();
