<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB" sourcelanguage="en_GB">
<context>
    <name>AsOfBar</name>
    <message numerus="yes">
        <source>%n entries were not known yet</source>
        <translation>
            <numerusform>%n entry was not known yet</numerusform>
            <numerusform>%n entries were not known yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>{name}, %n entries</source>
        <translation>
            <numerusform>{name}, %n entry</numerusform>
            <numerusform>{name}, %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Credits</name>
    <message numerus="yes">
        <source>%n line drawing(s) to scale</source>
        <translation>
            <numerusform>%n line drawing to scale</numerusform>
            <numerusform>%n line drawings to scale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) of sites</source>
        <translation>
            <numerusform>%n map of a site</numerusform>
            <numerusform>%n maps of sites</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) from orbit</source>
        <translation>
            <numerusform>%n picture from orbit</numerusform>
            <numerusform>%n pictures from orbit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drawn plate(s)</source>
        <translation>
            <numerusform>%n drawn plate</numerusform>
            <numerusform>%n drawn plates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>%n entries, as known on {day}</source>
        <translation>
            <numerusform>%n entry, as known on {day}</numerusform>
            <numerusform>%n entries, as known on {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Exporter</name>
    <message numerus="yes">
        <source>Export %n entries</source>
        <translation>
            <numerusform>Export %n entry</numerusform>
            <numerusform>Export %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries written: {target} ({size})</source>
        <translation>
            <numerusform>%n entry written: {target} ({size})</numerusform>
            <numerusform>%n entries written: {target} ({size})</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message numerus="yes">
        <source>years</source>
        <translation>
            <numerusform>year</numerusform>
            <numerusform>years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>days</source>
        <translation>
            <numerusform>day</numerusform>
            <numerusform>days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>hours</source>
        <translation>
            <numerusform>hour</numerusform>
            <numerusform>hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n months</source>
        <translation>
            <numerusform>%n month</numerusform>
            <numerusform>%n months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Globe</name>
    <message numerus="yes">
        <source>Whole Moon, %n sites off the map</source>
        <translation>
            <numerusform>Whole Moon, %n site off the map</numerusform>
            <numerusform>Whole Moon, %n sites off the map</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IlluminationDesk</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IlluminationDialog</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln moment(s)</source>
        <translation>
            <numerusform>%Ln moment</numerusform>
            <numerusform>%Ln moments</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n processor</numerusform>
            <numerusform>%n processors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListPane</name>
    <message numerus="yes">
        <source>{shown} of %n entries</source>
        <translation>
            <numerusform>{shown} of %n entry</numerusform>
            <numerusform>{shown} of %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnDesk</name>
    <message numerus="yes">
        <source>Stopped: %n picture(s) were added before.</source>
        <translation>
            <numerusform>Stopped: %n picture was added before.</numerusform>
            <numerusform>Stopped: %n pictures were added before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) described anew.</source>
        <translation>
            <numerusform>%n picture described anew.</numerusform>
            <numerusform>%n pictures described anew.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) put into the bin.</source>
        <translation>
            <numerusform>%n picture put into the bin.</numerusform>
            <numerusform>%n pictures put into the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) taken out of the bin.</source>
        <translation>
            <numerusform>%n picture taken out of the bin.</numerusform>
            <numerusform>%n pictures taken out of the bin.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) for good?</source>
        <translation>
            <numerusform>Remove %n picture for good?</numerusform>
            <numerusform>Remove %n pictures for good?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PictureService</name>
    <message numerus="yes">
        <source>%n picture(s) added.</source>
        <translation>
            <numerusform>%n picture added.</numerusform>
            <numerusform>%n pictures added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were here already.</source>
        <translation>
            <numerusform>%n picture was here already.</numerusform>
            <numerusform>%n pictures were here already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are still missing.</source>
        <translation>
            <numerusform>%n picture is still missing.</numerusform>
            <numerusform>%n pictures are still missing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were found again.</source>
        <translation>
            <numerusform>%n picture was found again.</numerusform>
            <numerusform>%n pictures were found again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be removed: the folder cannot be written. They stay.</source>
        <translation>
            <numerusform>%n picture could not be removed: the folder cannot be written. It stays.</numerusform>
            <numerusform>%n pictures could not be removed: the folder cannot be written. They stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed for good.</source>
        <translation>
            <numerusform>%n picture removed for good.</numerusform>
            <numerusform>%n pictures removed for good.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RefusedDialog</name>
    <message numerus="yes">
        <source>%n file(s) were left out</source>
        <translation>
            <numerusform>%n file was left out</numerusform>
            <numerusform>%n files were left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more: copy the list to read all.</source>
        <translation>
            <numerusform>… and %n more: copy the list to read all.</numerusform>
            <numerusform>… and %n more: copy the list to read all.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShelfView</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more known, not reproduced here</source>
        <translation>
            <numerusform>%n more known, not reproduced here</numerusform>
            <numerusform>%n more known, not reproduced here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) are not where they were.</source>
        <translation>
            <numerusform>%n picture is not where it was.</numerusform>
            <numerusform>%n pictures are not where they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ViewerBar</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WindowExports</name>
    <message numerus="yes">
        <source>Export the %n selected entries …</source>
        <translation>
            <numerusform>Export the %n selected entry …</numerusform>
            <numerusform>Export the %n selected entries …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Export the list (%n entries) …</source>
        <translation>
            <numerusform>Export the list (%n entry) …</numerusform>
            <numerusform>Export the list (%n entries) …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
</context>
</TS>
