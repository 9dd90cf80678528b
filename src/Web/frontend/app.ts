// Comfort on top of pages that work without it.
import 'htmx.org';
import './scripts/errors';
import './scripts/menu';
import './scripts/once';
import './scripts/passkey';
import './scripts/reveal';
import './scripts/strength';
import './scripts/tabs';
import './scripts/tip';
