// Shows the text of data-tip beside the pointer or the focused shape. What it says also stands in the table that goes with every map.
const tip = document.createElement('div');
tip.className = 'sk-tip';
tip.hidden = true;
tip.setAttribute('aria-hidden', 'true');

const holder = (target: EventTarget | null) => (target instanceof Element ? target.closest<SVGElement | HTMLElement>('[data-tip]') : null);

function show(shape: Element, x: number, y: number): void {
  if (!tip.isConnected) document.body.append(tip);
  tip.textContent = shape.getAttribute('data-tip');
  tip.hidden = false;
  // Positions set through the object model are allowed by the content security policy; attributes would not be.
  tip.style.left = `${Math.max(8, Math.min(x + 14, window.innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > window.innerHeight ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function hide(): void {
  tip.hidden = true;
}

document.addEventListener('pointermove', (event) => {
  const shape = holder(event.target);
  if (shape) show(shape, event.clientX, event.clientY);
  else hide();
});

document.addEventListener('focusin', (event) => {
  const shape = holder(event.target);
  if (!shape) return hide();
  const box = shape.getBoundingClientRect();
  show(shape, box.left + box.width / 2, box.top + box.height / 2);
});

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') hide();
});

export {};
