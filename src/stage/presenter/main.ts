import '../../fonts/faces.css';
import '../../deck/show/overlays.css';
import './page.css';
import './presenter-view.ts';
