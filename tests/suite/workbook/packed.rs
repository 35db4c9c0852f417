//! Workbooks put together part by part, to say in them what no spreadsheet would.

/// Parts of a package and their texts; packed without compression, or with it where that is the point.
pub struct Packed(Vec<(String, Vec<u8>)>);

/// What stands around the cells of an XLSX that holds one sheet.
const RELS: &str = r#"<Relationships xmlns="r"><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK_RELS: &str = r#"<Relationships xmlns="r"><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://x/relationships/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="r3" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Школы" sheetId="1" r:id="r1"/></sheets></workbook>"#;

impl Packed {
    /// An XLSX with these cells in `sheetData`, these shared texts, and these formats.
    pub fn xlsx(cells: &str) -> Packed {
        Packed(Vec::new())
            .with("_rels/.rels", RELS)
            .with("xl/_rels/workbook.xml.rels", WORKBOOK_RELS)
            .with("xl/workbook.xml", WORKBOOK)
            .with("xl/sharedStrings.xml", "<sst/>")
            .with("xl/styles.xml", "<styleSheet/>")
            .with(
                "xl/worksheets/sheet1.xml",
                format!(
                    "<worksheet><dimension ref=\"A1\"/><sheetData>{cells}</sheetData></worksheet>"
                ),
            )
    }

    /// An ODS with these rows in its one table.
    pub fn ods(rows: &str) -> Packed {
        let content = format!(
            r#"<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Школы">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
        );
        Packed(Vec::new())
            .with("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            .with("META-INF/manifest.xml", "<manifest/>")
            .with("content.xml", content)
    }

    /// The same with a part more, or another in its place.
    pub fn with(mut self, name: &str, text: impl Into<Vec<u8>>) -> Packed {
        self.0.retain(|(it, _)| it != name);
        self.0.push((name.to_owned(), text.into()));
        self
    }

    /// The same without a part.
    pub fn without(mut self, name: &str) -> Packed {
        self.0.retain(|(it, _)| it != name);
        self
    }

    /// The bytes of the file, its parts as they are.
    pub fn bytes(&self) -> Vec<u8> {
        let mut out = Vec::new();
        let mut directory = Vec::new();
        for (name, text) in &self.0 {
            let offset = u32::try_from(out.len()).unwrap();
            out.extend(b"PK\x03\x04");
            let mut head = Vec::new();
            for half in [20_u16, 0x800, 0, 0, 0x21] {
                head.extend(half.to_le_bytes());
            }
            head.extend(crc(text).to_le_bytes());
            let length = u32::try_from(text.len()).unwrap();
            head.extend(length.to_le_bytes());
            head.extend(length.to_le_bytes());
            head.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
            head.extend(0_u16.to_le_bytes());
            out.extend(&head);
            out.extend(name.as_bytes());
            out.extend(text);
            directory.extend(b"PK\x01\x02\x14\x00");
            directory.extend(&head);
            directory.extend([0; 10]);
            directory.extend(offset.to_le_bytes());
            directory.extend(name.as_bytes());
        }
        let start = u32::try_from(out.len()).unwrap();
        let count = u16::try_from(self.0.len()).unwrap();
        out.extend(&directory);
        out.extend(b"PK\x05\x06\x00\x00\x00\x00");
        out.extend(count.to_le_bytes());
        out.extend(count.to_le_bytes());
        out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        out.extend(start.to_le_bytes());
        out.extend([0, 0]);
        out
    }
}

/// CRC-32, as the format wants it.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| {
            (sum >> 1) ^ (0xedb8_8320 & 0_u32.wrapping_sub(sum & 1))
        })
    })
}
