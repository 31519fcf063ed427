"""Work done for the views and the command line alike: QtCore and QtGui at most, never QtWidgets."""
