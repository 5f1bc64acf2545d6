import '../../fonts/faces.css';
import '../../deck/show/overlays.css';
import '../presenter/page.css';
import './prompter-view.ts';
