import '../fonts/faces.css';
import './page.css';
import './theme-gallery.ts';
